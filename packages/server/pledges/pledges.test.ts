import fc from "fast-check";
import { brokenPledges, pledges, type PledgeLimits } from "@xiuhua/core/indicators";
import { replay, type CaseEvent } from "@xiuhua/core/procedure";
import { procedures } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import { someSettings, WholeCity } from "../../procedures/testing/whole-city.ts";
import { eventJson, makeJournal, pledged } from "../cases/index.ts";
import { sql, type Database } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { countPledges } from "./queries.ts";

const hour = 3600 * 1000;
let cities = 0;

/** Random walks through every procedure, each step written by the journal; the walk's end is its now. */
async function walkInto(db: Database, pick: (among: number) => number) {
  cities += 1;
  const city = `pledges-${cities}`;
  const journal = makeJournal({ db, city, lanes: 1 });
  const writes: Promise<string>[] = [];
  const choose = <T>(among: readonly [T, ...T[]]): T => among[pick(among.length)] ?? among[0];
  const walked = new WholeCity(procedures, "2022-08-02 07:00", someSettings(procedures, choose));
  walked.see = ({ procedure, before, after, event }) => {
    const here = <T extends object>(one: T): T => ({ ...one, city });
    writes.push(
      journal.append({
        procedure,
        expected: before?.seq ?? 0,
        before: before && here(before),
        record: here(after),
        events: [{ event: here(event), effects: [] }],
        wakesAt: undefined,
      }),
    );
  };
  const tried = new Map<string, number>();
  for (let step = 0; step < 110; step += 1) walked.wander(choose, [...procedures.values()], tried, 40);
  // In which each of the four is broken whatever the walk did: given back, several units and no lead, and left lying.
  const matter = { enterprise: "示例企业", problem: "门前道路不通", source: "visit" };
  const units = { leadUnit: "parks", jointUnits: ["lighting"] };
  walked.open("enterprise-help", "raise", "enterpriseOfficer@city", { ...matter, ...units });
  walked.act("giveBack", "departmentOfficer@parks", { reason: "不属本单位职责" });
  expect(new Set(await Promise.all(writes))).toEqual(new Set(["written"]));
  return { city, now: walked.now + (25 * 24 + pick(40) * 10) * hour };
}

/** The count as anybody could make it who has the events and nothing else. */
async function fromEvents(db: Database, city: string, limits: PledgeLimits, now: number): Promise<Map<string, number>> {
  const rows = await db.query<{ events: CaseEvent[] }>(sql`
    select jsonb_agg(${eventJson} order by e.seq) as events from case_event e where e.city = ${city} group by e.case_no`);
  const counts = new Map<string, number>();
  for (const { events } of rows) {
    const record = replay(events);
    const procedure = record && procedures.get(record.procedure);
    if (!record || !procedure) throw new Error("A log without a case");
    for (const { pledge, unit } of brokenPledges(procedure, record, limits, now))
      counts.set(`${pledge} ${unit}`, (counts.get(`${pledge} ${unit}`) ?? 0) + 1);
  }
  return counts;
}

forEachDatabase("the board of four pledges", (open) => {
  test(
    "is a count of the raw events, figure by figure, and each figure is its list",
    { timeout: 240_000 },
    async () => {
      const db = await open();
      const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));
      const met = new Set<string>();
      await fc.assert(
        fc.asyncProperty(fc.gen(), fc.integer({ min: 1, max: 20 }), async (g, days) => {
          const { city, now } = await walkInto(db, (among) => g(evenly, among));
          const limits = { idleDays: days, heldDays: days * 2, leadDays: 1 };
          const expected = await fromEvents(db, city, limits, now);
          const board = await countPledges(db, city, [], limits, now);
          const counted = new Map(
            board.flatMap((row) =>
              row.unit === null
                ? []
                : pledges.flatMap((one): [string, number][] =>
                    row[one] > 0 ? [[`${one} ${row.unit}`, row[one]]] : [],
                  ),
            ),
          );
          expect(counted).toEqual(expected);
          for (const [key, count] of counted) {
            const [name = "", unit = ""] = key.split(" ");
            const pledge = pledges.find((one) => one === name) ?? "dragged";
            met.add(pledge);
            const listed = await db.query(sql`
            select no from cases c where c.city = ${city} and ${pledged(pledge, unit, limits, now)}`);
            expect([key, listed.length]).toEqual([key, count]);
          }
        }),
        { numRuns: 8, endOnFailure: true },
      );
      // A board that never had anything on it would prove nothing.
      expect([...met].toSorted()).toEqual([...pledges].toSorted());
    },
  );
});
