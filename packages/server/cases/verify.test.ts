import fc from "fast-check";
import { cityCase, procedures } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import { walk } from "../../procedures/testing/walk.ts";
import { units } from "../../procedures/testing/world.ts";
import { migrations, sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { makeJournal } from "./journal.ts";
import { makeOutbox } from "./outbox.ts";
import { rebuildCases } from "./rebuild.ts";
import { mapTallyDifferences, rebuildTallies, tallyDifferences, verifyReplay } from "./verify.ts";

let cities = 0;

/** Walks at random through a city of up to four cases, every step written by the journal. */
async function walkInto(db: Database, pick: (among: number) => number, steps: number) {
  cities += 1;
  const city = `walk-${cities}`;
  await db.query(sql`
    insert into unit (city, id, kind, name)
    select ${city}, id, 'office', '{}' from unnest(${Object.keys(units)}::text[]) id`);
  // One lane: the steps are handed in without waiting, and two lanes could overtake each other.
  const journal = makeJournal({ db, city, lanes: 1 });
  const errors: unknown[] = [];
  const outbox = makeOutbox({
    db,
    city,
    now: () => Date.now(),
    log: (message, error) => void errors.push([message, error]),
  });
  const writes: Promise<string>[] = [];
  walk(
    (among) => among[pick(among.length)] ?? among[0],
    steps,
    ({ city: { effects }, before, after, event }) => {
      const here = <T extends object>(one: T): T => ({ ...one, city });
      writes.push(
        journal.append({
          procedure: cityCase,
          expected: before?.seq ?? 0,
          before: before && here(before),
          record: here(after),
          events: [{ event: here(event), effects }],
          wakesAt: undefined,
        }),
      );
    },
  );
  expect(new Set(await Promise.all(writes))).toEqual(new Set(["written"]));
  return { city, journal, outbox, errors, steps: writes.length };
}

/** The same walk each time, for tests that spoil something. */
function fixed(): (among: number) => number {
  let seed = 7;
  return (among) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % among;
  };
}

forEachDatabase("cases verified against their events", (open) => {
  test("whatever is done, the stored case and the tallies are what the events say", { timeout: 120_000 }, async () => {
    const db = await open();
    const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));
    await fc.assert(
      fc.asyncProperty(fc.gen(), async (g) => {
        const { city, outbox, errors, steps } = await walkInto(db, (among) => g(evenly, among), 60);
        await outbox.drain();
        expect(errors).toEqual([]);
        const report = await verifyReplay(db, city, procedures, { page: 3 });
        expect(report).toMatchObject({ events: steps, different: 0, first: [] });
        expect(await tallyDifferences(db, city, procedures)).toEqual([]);
        expect(await mapTallyDifferences(db, city, [...procedures.keys()])).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test("names the case and the place of whatever was tampered with", async () => {
    const db = await open();
    const { city } = await walkInto(db, fixed(), 80);
    const cases = await db.query<{ no: string; seq: number }>(
      sql`select no, seq from cases where city = ${city} order by no`,
    );
    expect(cases.length).toBeGreaterThan(2);
    const [one, other, third] = [cases[0]!, cases[1]!, cases[2]!];
    const places = async () => (await verifyReplay(db, city, procedures, { page: 2 })).first;
    expect(await places()).toEqual([]);

    await db.query(
      sql`update cases set record = jsonb_set(record, '{subject,description}', '"改过的"') where city = ${city} and no = ${one.no}`,
    );
    expect(await places()).toEqual([{ no: one.no, path: "/record/subject/description" }]);
    await db.query(
      sql`update cases set title = 'x', search = to_tsvector('simple', 'x') where city = ${city} and no = ${one.no}`,
    );
    expect((await places()).map((place) => place.path)).toEqual([
      "/record/subject/description",
      "/row/title",
      "/row/search",
    ]);

    await db.query(
      sql`insert into case_turn values (${city}, 'dispatcher', ${other.no}, 'forged', null, 'infinity', 'infinity')`,
    );
    await db.query(sql`delete from case_event where city = ${city} and case_no = ${third.no} and seq = ${third.seq}`);
    await db.query(
      sql`insert into case_turn values (${city}, 'dispatcher', 'no-such-case', '', null, 'infinity', 'infinity')`,
    );
    const report = await verifyReplay(db, city, procedures, { page: 2 });
    expect(report).toMatchObject({ cases: cases.length + 1, different: 4 });
    expect(report.first.slice(3)).toEqual([
      { no: other.no, path: "/turns" },
      { no: third.no, path: `/events/${third.seq - 1}` },
      { no: "no-such-case", path: "/events" },
    ]);
  });

  test("finds events without a case, and a gap in the numbers", async () => {
    const db = await open();
    const { city } = await walkInto(db, fixed(), 80);
    const [long] = await db.query<{ no: string }>(
      sql`select no from cases where city = ${city} and seq > 3 order by no limit 1`,
    );
    await db.query(sql`delete from case_event where city = ${city} and case_no = ${long!.no} and seq = 2`);
    const [lost] = await db.query<{ no: string }>(sql`
      delete from cases where city = ${city} and no = (select max(no) from cases where city = ${city}) returning no`);
    const seen: number[] = [];
    const report = await verifyReplay(db, city, procedures, { page: 1, onProgress: (count) => seen.push(count) });
    expect(report.first).toEqual([
      { no: long!.no, path: "/events/1" },
      { no: lost!.no, path: "/record" },
    ]);
    expect(seen).toEqual(Array.from({ length: report.cases }, (_, index) => index + 1));
  });

  test("a projection thrown away, spoilt or behind is made again from the events, and a log with a hole is left alone", async () => {
    const db = await open();
    const { city, journal, outbox } = await walkInto(db, fixed(), 80);
    const cases = await db.query<{ no: string; seq: number }>(
      sql`select no, seq from cases where city = ${city} order by no`,
    );
    const [gone, spoilt, holed] = [cases[0]!, cases[1]!, cases[2]!];
    const all = { db, city, procedures, journal, wakesAt: () => undefined, now: () => 0, page: 2 };
    await outbox.drain();

    await db.query(sql`delete from cases where city = ${city} and no = ${gone.no}`);
    await db.query(sql`delete from case_turn where city = ${city} and case_no = ${gone.no}`);
    await db.query(
      sql`update cases set state = 'x', seq = 1, title = 'x', search = '' where city = ${city} and no = ${spoilt.no}`,
    );
    await db.query(
      sql`insert into case_turn values (${city}, 'dispatcher', ${spoilt.no}, 'forged', null, 'infinity', 'infinity')`,
    );
    await db.query(sql`delete from case_tally where city = ${city}`);
    const [log] = await db.query<{ events: number }>(
      sql`select count(*) as events from case_event where city = ${city}`,
    );

    expect(await rebuildCases(all)).toBe(2);
    await outbox.drain();
    expect(await verifyReplay(db, city, procedures)).toMatchObject({
      cases: cases.length,
      events: log!.events,
      different: 0,
    });
    expect(await tallyDifferences(db, city, procedures)).toEqual([]);
    expect(await rebuildCases(all)).toBe(0);

    await db.query(sql`delete from case_event where city = ${city} and case_no = ${holed.no} and seq = ${holed.seq}`);
    expect(await rebuildCases(all)).toBe(0);
    expect((await verifyReplay(db, city, procedures)).first).toEqual([
      { no: holed.no, path: `/events/${holed.seq - 1}` },
    ]);
  });

  test("the report names twenty places at most and counts them all", async () => {
    const db = await open();
    const city = "many";
    await db.query(sql`
      insert into case_turn select ${city}, 'dispatcher', 'n' || i, '', null, 'infinity', 'infinity' from generate_series(100, 149) i`);
    const report = await verifyReplay(db, city, procedures, { page: 7 });
    expect(report).toMatchObject({ cases: 50, events: 0, different: 50 });
    expect(report.first.map((one) => one.no)).toEqual(Array.from({ length: 20 }, (_, index) => `n${100 + index}`));
  });

  test("the map counts finished cases at every level, for the city, the district and the units that had them", async () => {
    const db = await open();
    const { city, outbox } = await walkInto(db, fixed(), 200);
    await outbox.drain();
    const [finished] = await db.query<{ count: number }>(
      sql`select count(*) as count from cases where city = ${city} and final`,
    );
    expect(finished!.count).toBeGreaterThan(0);
    const sums = await db.query(sql`
      select level, scope, sum(count) as count, sum(opened[cardinality(opened)]) as opened from map_tally
      where city = ${city} and type = '' and scope in ('', '410802') group by 1, 2 order by 1, 2`);
    const all = (level: number, scope: string) => {
      return { level, scope, count: String(finished!.count), opened: finished!.count };
    };
    expect(sums).toEqual([13, 14, 15, 16, 17, 18, 19].flatMap((level) => [all(level, ""), all(level, "410802")]));
    const byUnits = await db.query(sql`
      select sum(t.count) as count from map_tally t join map_tally_scope s using (city, scope)
      where t.city = ${city} and t.type = '' and t.level = 13 and 'sanitation' = any(s.units)`);
    const byParty = await db.query(sql`
      select count(*)::numeric as count from cases where city = ${city} and final and 'sanitation' = any(parties)`);
    expect(byUnits).toEqual(byParty);
  });

  test("the schema's steps count what a city had finished before it had a map", async () => {
    const db = await open();
    const { city, outbox } = await walkInto(db, fixed(), 200);
    await outbox.drain();
    await db.query(sql`
      insert into city (city, name, zone, working_time) values (${city}, '{}', 'UTC', '{}') on conflict do nothing`);
    const steps = migrations.filter(({ name }) => name.startsWith("map "));
    expect(steps.map(({ version }) => version)).toEqual([6, 10, 11]);
    await db.transaction((tx) =>
      tx.script(`drop table map_tally; drop table map_tally_scope; ${steps.map((step) => step.sql).join("")}`),
    );
    expect(await mapTallyDifferences(db, city, [...procedures.keys()])).toEqual([]);
    const [filled] = await db.query<{ rows: number }>(sql`select count(*) as rows from map_tally where city = ${city}`);
    expect(filled!.rows).toBeGreaterThan(0);
  });

  test("tallies that went wrong are found, and right after a rebuild, also with work left in the outbox", async () => {
    const db = await open();
    const { city, outbox, errors } = await walkInto(db, fixed(), 60);
    await db.query(sql`insert into case_tally values (${city}, 'city-case', 'reported', '410899', 'ghost', 3)`);
    const wrong = await tallyDifferences(db, city, procedures);
    expect(wrong).toContainEqual({
      procedure: "city-case",
      state: "reported",
      district: "410899",
      department: "ghost",
      tally: 3,
      counted: 0,
    });
    await db.query(
      sql`insert into map_tally values (${city}, '', '', 15, 1, 2, 'city-case', 'closed', 3, 3, 6, '{3}')`,
    );
    const squares = () => mapTallyDifferences(db, city, [...procedures.keys()]);
    const ghost = { scope: "", type: "", level: 15, x: 1, y: 2, procedure: "city-case", state: "closed" };
    expect(await squares()).toContainEqual(ghost);
    const [waiting] = await db.query<{ rows: number }>(sql`select count(*) as rows from outbox where city = ${city}`);
    expect(waiting!.rows).toBeGreaterThan(0);
    await rebuildTallies(db, city, procedures);
    expect(await tallyDifferences(db, city, procedures)).toEqual([]);
    expect(await squares()).toEqual([]);
    await outbox.drain();
    expect(await tallyDifferences(db, city, procedures)).toEqual([]);
    expect(await squares()).toEqual([]);
    expect(errors).toEqual([]);
    expect(await db.query(sql`select 1 from outbox where city = ${city}`)).toEqual([]);
  });
});
