import type { Actor, EvidenceReference } from "@xiuhua/core/procedure";
import type { CaseLink, GuestTask } from "../api/index.ts";
import { guestRole, handsOut, type Answer, type CaseService } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Evidence } from "../evidence/index.ts";
import type { Reader } from "../people/index.ts";
import { sql, type Database } from "../store/index.ts";
import { guestTask } from "./guest-task.ts";
import { bookUpload } from "./quota.ts";
import { linkSecret } from "./secret.ts";
import { linkToken, placeOf, type LinkPlace } from "./token.ts";

export interface LinksOptions {
  readonly db: Database;
  readonly city: City;
  readonly cases: CaseService;
  readonly evidence: Evidence;
  readonly now: () => number;
}

/** What somebody does by a link. Without an action: they open it. */
export interface LinkUse {
  readonly action?: string;
  readonly input: unknown;
  readonly evidence: readonly EvidenceReference[];
  readonly key?: string;
}

/** Somebody without an account answers one case by a link. No link is kept: the case's own invitation is what counts. */
export function makeLinks({ db, city, cases, evidence, now }: LinksOptions) {
  let secret: Promise<string> | undefined;
  const signing = () => (secret ??= linkSecret(db, city.code, now()));
  const placed = async (token: string) => placeOf(await signing(), city.code, token);

  async function inviterOf(no: string, seq: number): Promise<Actor | undefined> {
    const [row] = await db.query<{ actor: Actor }>(
      sql`select actor from case_event where city = ${city.code} and case_no = ${no} and seq = ${seq}`,
    );
    return row?.actor;
  }

  return {
    /** The link that is open now, for whoever may hand it out. */
    async of(reader: Reader, no: string): Promise<CaseLink | undefined> {
      const record = await cases.load(no, reader);
      const procedure = record && cases.procedures.get(record.procedure);
      if (!record?.invitation || !procedure) return undefined;
      const { seq, until } = record.invitation;
      const role = guestRole(procedure, record, seq, now());
      if (role === undefined) return undefined;
      const contexts = cases.contexts(procedure, record, reader);
      if (!handsOut(procedure, record, reader.person, contexts, await inviterOf(no, seq))) return undefined;
      return {
        path: `/portal/t/${linkToken(await signing(), city.code, { no, seq })}`,
        until: new Date(until).toISOString(),
        role: procedure.roles[role]?.title ?? { zh: role, en: role },
      };
    },

    async use(token: string, { key, ...use }: LinkUse): Promise<Answer> {
      const place = await placed(token);
      const theirs = await evidence.uploadedBy(
        use.evidence.map(({ hash }) => hash),
        uploaderOf(place),
      );
      return cases.actAsGuest({
        ...use,
        no: place.no,
        invitation: place.seq,
        theirs,
        ...(key === undefined ? {} : { key: `${uploaderOf(place)}:${key}` }),
      });
    },

    /** The task as it stands; undefined once the link has ended. */
    async task(token: string): Promise<GuestTask | undefined> {
      const { no, seq } = await placed(token);
      const guest = await cases.invited(no, seq);
      return guest && guestTask(cases.sources, guest);
    },

    /**
     * Who a file of this link belongs to; undefined once the link has ended, `full` where no more may come in by it.
     * @param bytes how much is announced
     */
    async uploader(token: string, bytes: number): Promise<{ readonly person: string } | "full" | undefined> {
      const place = await placed(token);
      if (!(await cases.invited(place.no, place.seq))) return undefined;
      return (await bookUpload(db, city.code, place, bytes)) ? { person: uploaderOf(place) } : "full";
    },
  };
}

export type Links = ReturnType<typeof makeLinks>;

/** Files and keys belong to the link: the next crew on the same case has its own. */
const uploaderOf = ({ no, seq }: LinkPlace): string => `link ${no}-${seq}`;
