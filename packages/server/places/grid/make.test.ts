import { afterAll, beforeAll, expect, test } from "vitest";
import { sql, type Database } from "../../store/index.ts";
import { forEachDatabase } from "../../testing/databases.ts";
import { box, feature, makeTown, type Feature } from "../register/fixture.ts";
import { makeGrid } from "./index.ts";

/** An island in a community that bends around it, and another community with a slanting border. */
const island = box(1.3, 1.2, 1.5, 1.5);
const corner = box(0, 0, 8, 4);
const slanted = [box(4, 0, 1, 4)[0]!, box(5, 0, 1, 4)[1]!];
const areas: readonly Feature[] = [
  feature({ code: "4108", name: "焦作市" }, corner),
  feature({ code: "410811", name: "山阳区" }, corner),
  feature({ code: "410811002", name: "街道" }, corner),
  feature(
    { code: "410811002001", name: "西" },
    [corner[0]!, corner[1]!, slanted[1]!, slanted[0]!, corner[0]!],
    island.toReversed(),
  ),
  feature({ code: "410811002002", name: "东" }, [slanted[0]!, slanted[1]!, corner[2]!, corner[3]!, slanted[0]!]),
  feature({ code: "410811002003", name: "岛" }, island),
];

forEachDatabase("a grid for a city that has none", (open) => {
  let db: Database;
  let town: Awaited<ReturnType<typeof makeTown>>;
  beforeAll(async () => {
    db = await open();
    town = await makeTown(db);
    await town.load("areas", areas);
  });
  afterAll(() => town.drop());
  const make = (options: Partial<Parameters<typeof makeGrid>[1]> = {}) =>
    makeGrid(db, {
      city: "4108",
      settings: { cellCodeDigits: 15 },
      area: "4108",
      size: 100,
      replace: false,
      outcome: "enforce",
      at: town.now() + 1000,
      by: "test",
      ...options,
    });

  test("covers each smallest area seamlessly, around holes and along slants, numbered by the rule", async () => {
    const made = await make();
    expect(made.findings.filter(({ check }) => check !== "size")).toEqual([]);
    const rows = await db.query<{ area: string; cells: number; metres: number; least: number; first: string }>(sql`
      select area, count(*) as cells, sum(st_area(outline::geography)) as metres, min(st_area(outline::geography)) as least, min(code) as first
      from grid_cell where city = '4108' and valid_to is null group by area order by area`);
    expect(rows.map(({ area }) => area)).toEqual(["410811002001", "410811002002", "410811002003"]);
    expect(rows.map(({ first, area }) => first === `${area}001`)).toEqual([true, true, true]);
    // 32 steps of about 100 m × 100 m in all; none is a sliver.
    expect(rows.reduce((sum, { metres }) => sum + metres, 0)).toBeCloseTo(32 * 10_000, -4);
    expect(Math.min(...rows.map(({ least }) => least))).toBeGreaterThan(3_000);
  });

  test("cells that are there are not thrown away unasked; asked to, their codes stay taken", async () => {
    await expect(make({ area: "410811002002" })).rejects.toMatchObject({
      words: { zh: expect.stringContaining("--replace") },
    });
    const again = await make({ area: "410811002002", size: 200, replace: true });
    expect(again.changes!.retired).toBeGreaterThan(10);
    const [row] = await db.query<{ low: string; taken: string }>(sql`
      select min(code) filter (where valid_to is null) as low, max(code) filter (where valid_to is not null) as taken
      from grid_cell where city = '4108' and area = '410811002002'`);
    expect(row!.low > row!.taken).toBe(true);
    await expect(make({ area: "110101" })).rejects.toMatchObject({ words: { en: expect.stringContaining("110101") } });
    await expect(make({ size: 8, replace: true })).rejects.toMatchObject({
      words: { zh: expect.stringContaining("更大的边长") },
    });
  });
});
