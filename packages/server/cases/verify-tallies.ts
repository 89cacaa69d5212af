import { replay, type Procedure } from "@xiuhua/core/procedure";
import { sql, type Database } from "../store/index.ts";
import { place, type TallyPlace } from "./journal.ts";
import { rebuildMapTallies } from "./verify-map-tallies.ts";
import { storedCases } from "./verify-page.ts";

/**
 * Counts the tallies anew from table `cases`, in one transaction. What still waits in the outbox would move them a
 * second time, so those rows lose their places and keep their effects. Readers go on; whoever writes cases waits until
 * the count stands.
 */
export async function rebuildTallies(
  db: Database,
  city: string,
  procedures: ReadonlyMap<string, Procedure>,
): Promise<void> {
  await db.transaction(async (tx) => {
    // In the order in which the journal and the outbox take them, so that nobody waits in a circle.
    await tx.query(sql`lock table cases, outbox, case_tally, map_tally in share row exclusive mode`);
    await tx.query(sql`update outbox set body = body - 'from' - 'to' where city = ${city}`);
    await tx.query(sql`delete from case_tally where city = ${city}`);
    await tx.query(sql`
      insert into case_tally (city, procedure, state, district, department, count)
      select ${city}, procedure, state, coalesce(district, ''), coalesce(department, ''), count(*) from cases
      where city = ${city} and procedure = any(${[...procedures.keys()]}::text[])
      group by procedure, state, coalesce(district, ''), coalesce(department, '')`);
    await rebuildMapTallies(tx, city, [...procedures.keys()]);
  });
}

export interface TallyDifference extends TallyPlace {
  /** What the tally says; 0 where there is none. */
  readonly tally: number;
  /** How many cases stand there by their events. */
  readonly counted: number;
}

/**
 * Where the tallies say something else than the events, every case replayed. For a city at rest: the outbox carried
 * out, nobody writing meanwhile.
 */
export async function tallyDifferences(
  db: Database,
  city: string,
  procedures: ReadonlyMap<string, Procedure>,
): Promise<TallyDifference[]> {
  const found = new Map<string, { place: TallyPlace; tally: number; counted: number }>();
  const at = (one: TallyPlace) => {
    const { procedure, state, district, department } = one;
    const key = JSON.stringify([procedure, state, district, department]);
    const entry = found.get(key) ?? { place: { procedure, state, district, department }, tally: 0, counted: 0 };
    found.set(key, entry);
    return entry;
  };
  for await (const page of storedCases(db, city, 250))
    for (const { events } of page) {
      const record = replay(events);
      const procedure = record && procedures.get(record.procedure);
      if (record && procedure) at(place(procedure, record)).counted += 1;
    }
  const tallies = await db.query<TallyPlace & { count: number }>(
    sql`select procedure, state, district, department, count from case_tally where city = ${city}`,
  );
  for (const row of tallies) at(row).tally += row.count;
  return [...found.values()].flatMap(({ place: where, tally, counted }) =>
    tally === counted ? [] : [{ ...where, tally, counted }],
  );
}
