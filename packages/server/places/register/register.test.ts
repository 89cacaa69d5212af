import gcoord from "gcoord";
import type { Position } from "geojson";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sql, type Database } from "../../store/index.ts";
import { forEachDatabase } from "../../testing/databases.ts";
import { areas, box, cellCode, cells, feature, makeTown, moved, replacing, type Feature } from "./fixture.ts";
import { cellHistory, listPlaceVersions, putInForce, type LoadedPlaces } from "./index.ts";

const errors = ({ findings }: LoadedPlaces) =>
  Object.fromEntries(findings.filter(({ level }) => level === "error").map((one) => [one.check, one]));
const hints = ({ findings }: LoadedPlaces): string[] =>
  findings.filter(({ level }) => level === "hint").map(({ check }) => check);

forEachDatabase("areas and grid by version", (open) => {
  let db: Database;
  let town: Awaited<ReturnType<typeof makeTown>>;
  beforeAll(async () => {
    db = await open();
    town = await makeTown(db);
  });
  afterAll(() => town.drop());

  const codesInForce = async (table = "grid_cell") =>
    (
      await db.query<{ code: string }>(
        sql`select code from ${sql.id(table)} where city = '4108' and valid_to is null order by code`,
      )
    ).map(({ code }) => code);

  test("cells before areas are told to wait; then both come into force", async () => {
    expect(Object.keys(errors(await town.load("cells", cells)))).toEqual(["no-area"]);
    const first = await town.load("areas", areas);
    expect(first).toMatchObject({ features: 5, findings: [], version: 1, changes: { added: 5, retired: 0 } });
    const grid = await town.load("cells", cells);
    expect(grid).toMatchObject({ features: 32, version: 1, changes: { added: 32, changed: 0, retired: 0, same: 0 } });
    expect(grid.findings).toEqual([]);
    expect(
      await db.query(sql`select level, parent, name from area where city = '4108' and code = '410811002001'`),
    ).toEqual([{ level: "community", parent: "410811002", name: { zh: "西社区", en: "West" } }]);
    expect(await db.query(sql`select count(*) as left_over from place_draft where city = '4108'`)).toEqual([
      { left_over: 0 },
    ]);
  });

  describe("a grid that is not right stays out, and the one in force stays", () => {
    const bad: readonly [string, () => Feature[], string, string[]][] = [
      [
        "crossed outline",
        () => {
          const [a, b, c, d] = box(0, 0, 1, 1);
          return replacing(cellCode(0, 0), feature({ GRIDCODE: cellCode(0, 0) }, [a!, c!, b!, d!, a!]));
        },
        "crossed-outline",
        [cellCode(0, 0)],
      ],
      [
        "overlap",
        () => replacing(cellCode(1, 1), feature({ GRIDCODE: cellCode(1, 1) }, box(1, 1, 1.2, 1))),
        "overlap",
        [cellCode(1, 1), cellCode(2, 1)],
      ],
      [
        "gap between cells",
        () => replacing(cellCode(1, 1), feature({ GRIDCODE: cellCode(1, 1) }, box(1.1, 1, 0.9, 1))),
        "gap",
        ["410811002001", cellCode(0, 1)],
      ],
      ["missing cell at the border", () => replacing(cellCode(0, 0)), "gap", ["410811002001", cellCode(0, 1)]],
      [
        "crosses its community",
        () => replacing(cellCode(3, 0), feature({ GRIDCODE: cellCode(3, 0) }, box(3, 0, 1.3, 1))),
        "outside-area",
        [cellCode(3, 0)],
      ],
      [
        "code of another community",
        () => replacing(cellCode(3, 0), feature({ GRIDCODE: "410811002002099" }, box(3, 0, 1, 1))),
        "outside-area",
        ["410811002002099"],
      ],
      [
        "community that is not there",
        () => replacing(cellCode(3, 0), feature({ GRIDCODE: "410811002009001" }, box(3, 0, 1, 1))),
        "no-community",
        ["410811002009001"],
      ],
      [
        "community column that says otherwise",
        () => replacing(cellCode(3, 0), feature({ GRIDCODE: cellCode(3, 0), SQDM: "410811002002" }, box(3, 0, 1, 1))),
        "code-of-community",
        [cellCode(3, 0)],
      ],
      ["duplicate code", () => [...cells, cells[0]!], "duplicate-code", [cellCode(0, 0)]],
      [
        "code of another city",
        () => replacing(cellCode(0, 0), feature({ GRIDCODE: "110101001001001" }, box(0, 0, 1, 1))),
        "foreign-code",
        ["110101001001001"],
      ],
      [
        "code too short",
        () => replacing(cellCode(0, 0), feature({ GRIDCODE: "41081100200101" }, box(0, 0, 1, 1))),
        "code-form",
        ["41081100200101"],
      ],
      ["no code", () => replacing(cellCode(0, 0), feature({ GRIDCODE: " " }, box(0, 0, 1, 1))), "no-code", []],
      ["coordinates swapped", () => moved(cells, (lng, lat) => [lat, lng]), "swapped", [cellCode(0, 0)]],
      ["another city's place", () => moved(cells, (lng, lat) => [lng + 3, lat]), "outside", [cellCode(0, 0)]],
      ["metres", () => moved(cells, (lng, lat) => [lng * 4000, lat * 100_000]), "metres", [cellCode(0, 0)]],
      [
        "lines",
        () => [
          {
            type: "Feature",
            properties: { GRIDCODE: cellCode(0, 0) },
            geometry: { type: "LineString", coordinates: box(0, 0, 1, 1) },
          },
        ],
        "no-polygon",
        [cellCode(0, 0)],
      ],
      [
        "geometry of nothing",
        () => [{ type: "Feature", properties: { GRIDCODE: cellCode(0, 0) }, geometry: null }],
        "broken-geometry",
        [cellCode(0, 0)],
      ],
    ];
    test.each(bad)("%s", async (_, features, check, codes) => {
      const before = await codesInForce();
      const loaded = await town.load("cells", features());
      const found = errors(loaded)[check];
      expect(Object.keys(errors(loaded))).toContain(check);
      expect(found!.instances[0]!.codes.slice(0, codes.length)).toEqual(codes);
      expect(
        [found!.what.zh, found!.what.en, found!.remedy.zh, found!.remedy.en].every((words) => words.length > 3),
      ).toBe(true);
      expect(loaded.version).toBeUndefined();
      expect(await codesInForce()).toEqual(before);
    });

    test("where an outline crosses itself is shown", async () => {
      const [a, b, c, d] = box(0, 0, 1, 1);
      const loaded = await town.load(
        "cells",
        replacing(cellCode(0, 0), feature({ GRIDCODE: cellCode(0, 0) }, [a!, c!, b!, d!, a!])),
      );
      const [instance] = errors(loaded)["crossed-outline"]!.instances;
      expect(instance).toMatchObject({ detail: { zh: "边线自相交", en: "Self-intersection" } });
      expect(instance!.at![0]).toBeCloseTo((a![0]! + c![0]!) / 2, 6);
    });

    test("a reading that breaks off leaves nothing behind", async () => {
      const whole = JSON.stringify({ type: "FeatureCollection", features: cells });
      await expect(town.load("cells", whole.slice(0, -50))).rejects.toMatchObject({ name: "NetworkProblem" });
      await expect(
        town.load("cells", JSON.stringify({ type: "FeatureCollection", features: [] })),
      ).rejects.toMatchObject({
        words: { zh: expect.stringContaining("没有要素") },
      });
      await expect(town.load("cells", [feature({ number: 5 }, box(0, 0, 1, 1))])).rejects.toMatchObject({
        words: { zh: expect.stringContaining("number") },
      });
      expect(
        await db.query(sql`select count(*) as count from place_version where city = '4108' and state = 'loading'`),
      ).toEqual([{ count: 0 }]);
      expect(await db.query(sql`select count(*) as count from place_draft where city = '4108'`)).toEqual([
        { count: 0 },
      ]);
    });
  });

  test("GCJ-02 loaded as WGS 84 is asked about, and converted when said so", async () => {
    const shifted = moved(cells, (...at) => gcoord.transform<[number, number]>(at, gcoord.WGS84, gcoord.GCJ02));
    const asked = await town.load("cells", shifted);
    expect(Object.keys(errors(asked))).toEqual(["datum"]);
    expect(errors(asked)["datum"]!.what.zh).toContain("GCJ-02");
    expect(errors(asked)["datum"]!.remedy.en).toContain("--datum gcj02");
    const told = await town.load("cells", shifted, { datum: "gcj02", outcome: "nothing", tolerance: 5 });
    expect(errors(told)).toEqual({});
    const wrong = await town.load("cells", cells, { datum: "gcj02", outcome: "nothing" });
    expect(errors(wrong)["datum"]!.what.en).toContain("may be in WGS 84");
    // Who says that it is right is believed; then it does not fit, each cell by itself.
    expect(Object.keys(errors(await town.load("cells", shifted, { asIs: true })))).toContain("outside-area");
  });

  test("hints are told and let pass", async () => {
    const [large, small] = [
      feature({ GRIDCODE: cellCode(0, 0) }, box(0, 0, 1, 1)),
      feature({ GRIDCODE: "410811002001099" }, box(1, 0, 0.1, 1)),
    ];
    const rest = feature({ GRIDCODE: cellCode(1, 0) }, box(1.1, 0, 0.9, 1));
    const uneven = [
      ...replacing(cellCode(0, 0)).filter(({ properties }) => properties["GRIDCODE"] !== cellCode(1, 0)),
      large,
      small,
      rest,
    ];
    expect(hints(await town.load("cells", uneven, { outcome: "nothing" }))).toEqual(["size"]);
    const numbered = cells.map(({ geometry }, at) => {
      const [x, y] = [at % 8, Math.floor(at / 8)];
      return { type: "Feature" as const, properties: { GRIDCODE: cellCode(x < 4 ? 3 - x : 11 - x, 3 - y) }, geometry };
    });
    expect(hints(await town.load("cells", numbered, { outcome: "nothing" }))).toEqual(["serial-order"]);
    // A grid for a part of the city only: what is missing at the edge is a hint.
    expect(hints(await town.load("cells", replacing(cellCode(0, 0)), { outcome: "nothing", partial: true }))).toEqual([
      "not-covered",
    ]);
    expect(
      Object.keys(errors(await town.load("cells", replacing(cellCode(1, 1)), { outcome: "nothing", partial: true }))),
    ).toEqual(["gap"]);
  });

  test("versions: what changed, what was retired, what a code named when; retired codes stay so", async () => {
    // The first two cells of the west become one with a new code; the last of the east is drawn in two.
    const merged = feature({ GRIDCODE: "410811002001017", CSRQ: "2020-05-01" }, box(0, 0, 2, 1));
    const halves = [
      feature({ GRIDCODE: cellCode(7, 3) }, box(7, 3, 0.5, 1)),
      feature({ GRIDCODE: "410811002002017" }, box(7.5, 3, 0.5, 1)),
    ];
    const gone = new Set([cellCode(0, 0), cellCode(1, 0), cellCode(7, 3)]);
    const kept = cells.filter(({ properties }) => !gone.has(String(properties["GRIDCODE"])));
    const second = await town.load("cells", [...kept, merged, ...halves]);
    expect(second).toMatchObject({ version: 2, changes: { added: 2, changed: 1, retired: 2, same: 29 } });

    const [now, before] = await cellHistory(db, "4108", cellCode(7, 3));
    expect(now).toMatchObject({ version: 2, initialOn: before!.initialOn, changedOn: expect.stringMatching(/^2026-/) });
    expect(now).not.toHaveProperty("validTo");
    expect(before).toMatchObject({ version: 1, validTo: now!.validFrom });
    expect(before).not.toHaveProperty("changedOn");
    expect(await cellHistory(db, "4108", "410811002001017")).toMatchObject([{ initialOn: "2020-05-01" }]);
    expect((await cellHistory(db, "4108", cellCode(0, 0))).map(({ validTo }) => validTo)).toEqual([now!.validFrom]);
    expect(await cellHistory(db, "4108", "410811002001999")).toEqual([]);

    // A retired code for something else is refused.
    const reused = [...kept, feature({ GRIDCODE: cellCode(0, 0) }, box(0, 0, 2, 1)), ...halves];
    const refused = errors(await town.load("cells", reused))["retired-code"]!;
    expect(refused.instances).toMatchObject([
      { codes: [cellCode(0, 0)], detail: { zh: expect.stringMatching(/^停用于 2026-/) } },
    ]);

    // The earlier version comes back as a new one.
    const back = await putInForce(
      db,
      { city: "4108", kind: "cells", version: 1 },
      { at: town.now() + 1000, by: "admin" },
    );
    expect(back).toMatchObject({ ok: true, version: 3, changes: { added: 2, changed: 1, retired: 2, same: 29 } });
    expect(await codesInForce()).toEqual(
      cells.map(({ properties }) => String(properties["GRIDCODE"])).toSorted((a, b) => a.localeCompare(b)),
    );
    expect(
      (await listPlaceVersions(db, "4108", "cells")).map(({ version, state, source }) => [version, state, source]),
    ).toEqual([
      [3, "inForce", "↺ 1"],
      [2, "past", expect.any(String)],
      [1, "past", expect.any(String)],
    ]);
    expect(await putInForce(db, { city: "4108", kind: "cells", version: 3 }, { at: 0, by: "admin" })).toEqual({
      ok: false,
      because: "already",
    });
    expect(await putInForce(db, { city: "4108", kind: "cells", version: 9 }, { at: 0, by: "admin" })).toEqual({
      ok: false,
      because: "missing",
    });
  });

  test("a part is replaced by itself, and the rest carried over", async () => {
    const east = cells.filter(({ properties }) => String(properties["GRIDCODE"]).startsWith("410811002002"));
    const drawnAnew = [
      ...east.slice(0, -1),
      feature({ GRIDCODE: cellCode(7, 3) }, box(7, 3, 1, 0.5)),
      feature({ GRIDCODE: "410811002002018" }, box(7, 3.5, 1, 0.5)),
    ];
    const loaded = await town.load("cells", drawnAnew, { within: "410811002002" });
    expect(loaded).toMatchObject({ features: 17, changes: { added: 1, changed: 1, retired: 0, same: 31 } });
    const stranger = await town.load("cells", cells, { within: "410811002002" });
    expect(Object.keys(errors(stranger))).toEqual(["outside-part"]);
  });

  test("a draft waits, is checked again when the areas have changed, and may be put into force", async () => {
    const draft = await town.load("cells", cells, { outcome: "keep" });
    expect(draft.changes).toBeUndefined();
    expect((await codesInForce()).length).toBe(33);
    // The communities' border moves: the draft no longer fits.
    const shifted = areas.map((one) =>
      one.properties["code"] === "410811002001"
        ? feature(one.properties, box(0, 0, 3, 4))
        : one.properties["code"] === "410811002002"
          ? feature(one.properties, box(3, 0, 5, 4))
          : one,
    );
    expect((await town.load("areas", shifted)).changes).toEqual({ added: 0, changed: 2, retired: 0, same: 3 });
    const put = () =>
      putInForce(db, { city: "4108", kind: "cells", version: draft.version! }, { at: town.now(), by: "admin" });
    expect(await put()).toMatchObject({
      ok: false,
      because: "findings",
      findings: [{ check: "outside-area" }, { check: "gap" }],
    });
    expect(
      await putInForce(db, { city: "4108", kind: "areas", version: 1 }, { at: town.now(), by: "admin" }),
    ).toMatchObject({ ok: true });
    expect(await put()).toMatchObject({ ok: true, changes: { retired: 1, changed: 1 } });
  });

  test("areas: children within their parent, without gap or overlap, under parents that are there", async () => {
    const with_ = (code: string, ring: Position[]) =>
      areas.map((one) => (one.properties["code"] === code ? feature(one.properties, ring) : one));
    const overlapping = errors(await town.load("areas", with_("410811002001", box(0, 0, 4.5, 4))));
    expect(overlapping["overlap"]!.instances[0]!.codes).toEqual(["410811002001", "410811002002"]);
    expect(
      errors(await town.load("areas", with_("410811002001", box(0, 0, 3, 4))))["gap"]!.instances[0]!.codes[0],
    ).toBe("410811002");
    expect(
      errors(await town.load("areas", with_("410811002001", box(-1, 0, 5, 4))))["outside-area"]!.instances[0]!.codes,
    ).toEqual(["410811002001"]);
    expect(
      errors(
        await town.load(
          "areas",
          areas.filter(({ properties }) => properties["code"] !== "410811002"),
        ),
      )["no-parent"]!.count,
    ).toBe(2);
    const fewer = await town.load("areas", areas.slice(0, 4), { outcome: "nothing", partial: true });
    expect(errors(fewer)).toEqual({});
    expect(hints(fewer)).toEqual(["not-covered", "cells-of-area"]);
  });

  test("responsibility grids: by outline or by codes, of whole cells, with people who are there", async () => {
    await db.query(
      sql`insert into unit (city, id, kind, name) values ('4108', 'team', 'team', '{"zh":"采集队","en":"Team"}')`,
    );
    await db.query(
      sql`insert into person (city, id, login, name) values ('4108', 'p1', 'wang', '{"zh":"王","en":"Wang"}')`,
    );
    const west = feature({ 责任网格编码: "ZR001", 名称: "西一", 采集员: "wang", 责任单位: "team" }, box(0, 0, 4, 4));
    const codes = Array.from({ length: 16 }, (_, at) => cellCode(4 + (at % 4), Math.floor(at / 4)));
    const east: Feature = {
      type: "Feature",
      properties: { 责任网格编码: "ZR002", 单元网格: codes.join("、") },
      geometry: null,
    };
    const loaded = await town.load("responsibilityGrids", [west, east]);
    expect(loaded).toMatchObject({ findings: [], changes: { added: 2 } });
    expect(
      await db.query(
        sql`select code, collector, unit, cardinality(cells) as cells, name->>'zh' as name from responsibility_grid where city = '4108' order by code`,
      ),
    ).toEqual([
      { code: "ZR001", collector: "p1", unit: "team", cells: 16, name: "西一" },
      { code: "ZR002", collector: null, unit: null, cells: 16, name: "ZR002" },
    ]);
    const wrong = await town.load("responsibilityGrids", [
      feature({ code: "A", collector: "nobody", unit: "nothing" }, box(0, 0, 3.5, 4)),
      { type: "Feature", properties: { code: "B", cells: [cellCode(0, 0), "410811002001999"] }, geometry: null },
      feature({ code: "C" }, box(20, 0, 1, 1)),
    ]);
    expect(Object.keys(errors(wrong)).toSorted()).toEqual([
      "no-cell",
      "no-cells",
      "no-person",
      "no-unit",
      "shared-cell",
      "split-cell",
    ]);
    expect(hints(wrong)).toEqual(["cell-without-grid"]);
    const lost = await town.load(
      "cells",
      replacing(cellCode(0, 0), feature({ GRIDCODE: "410811002001055" }, box(0, 0, 1, 1))),
      { outcome: "nothing" },
    );
    expect(hints(lost)).toEqual(["cells-of-grid"]);
  });
});
