import type { EvidenceReference } from "@xiuhua/core/procedure";
import { sql, type Database } from "../store/index.ts";
import type { Cases } from "./cases.ts";

/** Wishes carried out one after the other before the queue is looked at anew. */
const batch = 200;

/** A step that one case asks of another, as it waits in the queue. */
interface WishRow {
  readonly id: number;
  readonly from_no: string;
  readonly from_seq: number;
  readonly nth: number;
  readonly on_no: string;
  readonly action: string;
  readonly input: unknown;
  readonly evidence: readonly EvidenceReference[];
  readonly person: string;
  readonly at: number;
}

/**
 * Has cases take the steps that others ask of them (12 defects rest while their works go on). In order for each asker, at
 * least once, and never twice: a wish's own key stands on the event. One that may not be done is told to whoever acted.
 */
export function makeWishes(options: {
  readonly db: Database;
  readonly city: string;
  readonly cases: Pick<Cases, "grant">;
  readonly log: (message: string, error: unknown) => void;
}) {
  const { db, city, cases, log } = options;
  let running: Promise<void> | undefined;

  async function work(): Promise<void> {
    for (;;) {
      const rows = await db.query<WishRow>(sql.named("wish-read")`
        select id, from_no, from_seq, nth, on_no, action, input, evidence, person,
          round(extract(epoch from at) * 1000)::double precision as at
        from case_wish where city = ${city} order by id limit ${batch}`);
      for (const row of rows) await fulfil(row);
      if (rows.length < batch) return;
    }
  }

  async function fulfil(wish: WishRow): Promise<void> {
    const answer = await cases.grant({
      no: wish.on_no,
      action: wish.action,
      input: wish.input,
      evidence: wish.evidence,
      asker: wish.from_no,
      at: wish.at,
      key: `wish:${wish.from_no}-${wish.from_seq}-${wish.nth}`,
    });
    // Somebody acted on it in this moment: it is tried again with the next look.
    if (!answer.ok && answer.refusal.code === "conflict") return;
    const message = answer.ok
      ? null
      : {
          zh: `案件 ${wish.on_no} 未能随 ${wish.from_no} 办理：${answer.refusal.message.zh}`,
          en: `Case ${wish.on_no} could not follow ${wish.from_no}: ${answer.refusal.message.en}`,
        };
    await db.query(sql.named("wish-done")`
      with gone as (delete from case_wish where city = ${city} and id = ${wish.id} returning id)
      insert into notice (city, id, person, case_no, message, at)
      select ${city}, 'wish-' || gone.id, ${wish.person}, ${wish.on_no}, m.message, ${new Date(wish.at)}
      from gone cross join (values (${message === null ? null : JSON.stringify(message)}::jsonb)) as m(message)
      where m.message is not null and ${wish.person} <> 'system'
      on conflict do nothing`);
  }

  return {
    /** Something was asked; see to it. Resolves once the queue was found empty. */
    async drain(): Promise<void> {
      running ??= work()
        .catch((error: unknown) => log("What cases ask of each other could not be done", error))
        .finally(() => (running = undefined));
      await running;
    },
  };
}
