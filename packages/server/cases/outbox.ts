import { queuePush } from "../push/index.ts";
import { sql, type Database } from "../store/index.ts";
import { addScopes, addSquares, tallySpots, tallySquares } from "./map-tally.ts";

/** Rows of the outbox carried out in one statement. */
const batch = 500;

/**
 * Carries out what events want done outside their case: tallies, notices, messages to devices, links. Each batch is one
 * statement that takes the rows and does their work, so nothing is lost and nothing counts twice.
 */
export function makeOutbox(options: {
  readonly db: Database;
  readonly city: string;
  readonly now: () => number;
  readonly log: (message: string, error: unknown) => void;
  /** Told when something was carried out. */
  readonly onCarried?: () => void;
  /** Told when cases asked steps of each other; what it does is done before the next rows are taken. */
  readonly onWished?: () => Promise<void>;
}) {
  const { db, city, now, log, onCarried, onWished } = options;
  let running: Promise<void> | undefined;
  let again = false;

  async function work(): Promise<void> {
    try {
      do {
        again = false;
        let carried: Carried;
        do {
          carried = await carryOut(db, city, now());
          if (carried.taken > 0) onCarried?.();
          if (carried.wished > 0) await onWished?.();
        } while (carried.taken === batch);
      } while (again);
    } catch (error) {
      // The rows are still there; the next event or the clock tries again.
      log("The outbox could not be carried out", error);
    }
  }

  return {
    /** Something was written; look soon. */
    wake(): void {
      again = true;
      running ??= work().finally(() => (running = undefined));
    },
    /** Resolves when the outbox was found empty. */
    async drain(): Promise<void> {
      this.wake();
      while (running) await running;
    },
  };
}

export type Outbox = ReturnType<typeof makeOutbox>;

/** What devices are told: the journal's own words of new tasks, and every notice. */
const pushes = sql`
  select t.value->>'person', t.value->'message'
  from taken cross join lateral jsonb_array_elements(coalesce(body->'tasks', '[]')) as t
  union all
  select effect->>'to', jsonb_build_object('kind', 'notice', 'tag', 'notice-' || case_no, 'caseNo', case_no,
    'title', jsonb_build_object('zh', '案件消息', 'en', 'About a case'), 'body', effect->'message',
    'at', to_char(at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
  from effect where effect->>'kind' = 'notify'`;

interface Carried {
  readonly taken: number;
  /** Steps that cases ask of each other, now in their queue. */
  readonly wished: number;
}

async function carryOut(db: Database, city: string, now: number): Promise<Carried> {
  const [row] = await db.query<Carried>(sql.named("outbox-carry-out")`
    with unhurried as materialized (
      -- Its commit need not wait for the disk: rows taken and work done are lost together, and done again.
      select set_config('synchronous_commit', 'off', true)
    ), taken as (
      delete from outbox where city = ${city} and id in (
        select id from outbox where city = ${city} order by id limit ${batch} for update skip locked)
      returning case_no, seq, body
    ), stood as (
      select p.*, s.step
      from taken cross join lateral (values (body->'from', -1), (body->'to', 1)) as s(place, step)
      cross join lateral jsonb_to_record(s.place)
        as p(procedure text, state text, district text, department text, spot jsonb)
      where jsonb_typeof(s.place) = 'object'
    ), delta as (
      select procedure, state, district, department, sum(step)::bigint as step
      from stood group by 1, 2, 3, 4 having sum(step) <> 0
    ), spot as materialized (
      ${tallySpots(
        city,
        sql`select p.procedure, p.state, p.district, p.department, p.step, q.type, q.lng, q.lat, q.parties,
          to_timestamp(q.opened / 1000) as opened
        from stood p cross join lateral jsonb_to_record(p.spot)
          as q(type text, lng double precision, lat double precision, parties text[], opened double precision)
        where jsonb_typeof(p.spot) = 'object'`,
      )}
    ), named as (
      ${addScopes(city, sql`spot`)}
    ), mapped as (
      ${addSquares(city, tallySquares(sql`spot`))}
    ), tallied as (
      insert into case_tally as t (city, procedure, state, district, department, count)
      select ${city}, procedure, state, district, department, step from delta
      on conflict (city, procedure, state, district, department) do update set count = t.count + excluded.count
    ), effect as (
      select case_no, seq, e.value as effect, e.ordinality as nth, coalesce(body->>'person', 'system') as person,
        to_timestamp((body->>'at')::double precision / 1000) as at
      from taken cross join lateral jsonb_array_elements(body->'effects') with ordinality as e(value, ordinality)
    ), told as (
      insert into notice (city, id, person, case_no, message, at)
      select ${city}, case_no || '-' || seq || '-' || nth, effect->>'to', case_no, effect->'message', at
      from effect where effect->>'kind' = 'notify'
      on conflict do nothing
    ), pushed as (${queuePush(city, pushes, now)}
    ), tied as (
      insert into case_link (city, from_no, to_no, relation, at)
      select ${city}, case_no, effect->>'to', effect->>'relation', at from effect where effect->>'kind' = 'link'
      on conflict do nothing
    ), wished as (
      insert into case_wish (city, from_no, from_seq, nth, on_no, action, input, evidence, person, at)
      select ${city}, case_no, seq, nth, effect->>'on', effect->>'action', effect->'input',
        coalesce(effect->'evidence', '[]'), person, at
      from effect where effect->>'kind' = 'act' order by case_no, seq, nth returning 1
    )
    select count(*) as taken, (select count(*) from wished) as wished, (select count(*) from unhurried) as unhurried
    from taken`);
  return row ?? { taken: 0, wished: 0 };
}
