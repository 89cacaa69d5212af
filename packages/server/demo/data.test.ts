/** The demo city's files under `data/jiaozuo/`: their shape, and that what one names another has. */
import { existsSync, readFileSync } from "node:fs";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { isCode, isWithin, loadCatalogue } from "@xiuhua/core/catalogue";
import { Type, type Static, type TSchema } from "typebox";
import { Value } from "typebox/value";
import { describe, expect, it } from "vitest";

const closed = { additionalProperties: false };
const Words = Type.Object(
  { zh: Type.String({ pattern: "\\p{Script=Han}" }), en: Type.String({ minLength: 1 }) },
  closed,
);
const Code = Type.String({ pattern: "^4108([0-9]{2}([0-9]{3}){0,2})?$" });
const Slug = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$" });
const Point = Type.Tuple([Type.Number({ minimum: 113, maximum: 114 }), Type.Number({ minimum: 35, maximum: 36 })]);
const provenance = Type.String({ minLength: 10 });

const Division = Type.Object({ code: Code, name: Words }, closed);
const Divisions = Type.Object(
  {
    provenance,
    city: Division,
    districts: Type.Array(
      Type.Object(
        {
          code: Code,
          name: Words,
          local: Type.Optional(Type.Literal(true)),
          fullName: Type.Optional(Type.String()),
          subDistricts: Type.Array(Type.Object({ code: Code, name: Words, communities: Type.Array(Division) }, closed)),
        },
        closed,
      ),
    ),
  },
  closed,
);
const Outlines = Type.Object(
  {
    type: Type.Literal("FeatureCollection"),
    provenance,
    schematic: Type.Literal(true),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Literal("Feature"),
          properties: Type.Object(
            {
              code: Code,
              name: Words,
              level: Type.Enum(["city", "district", "subDistrict", "community"]),
              schematic: Type.Literal(true),
              cellMetres: Type.Optional(Type.Integer({ minimum: 50 })),
            },
            closed,
          ),
          geometry: Type.Object(
            { type: Type.Literal("Polygon"), coordinates: Type.Array(Type.Array(Point, { minItems: 4 })) },
            closed,
          ),
        },
        closed,
      ),
    ),
  },
  closed,
);
const Places = Type.Object(
  {
    provenance,
    schematic: Type.Literal(true),
    places: Type.Array(
      Type.Object(
        {
          text: Type.String(),
          kind: Type.Enum(["crossing", "poi", "street"]),
          lng: Type.Number(),
          lat: Type.Number(),
          area: Code,
        },
        closed,
      ),
    ),
  },
  closed,
);
const Network = Type.Object(
  {
    type: Type.Literal("FeatureCollection"),
    provenance,
    schematic: Type.Literal(true),
    features: Type.Array(
      Type.Object(
        {
          type: Type.Literal("Feature"),
          properties: Type.Object({ name: Type.Optional(Type.String()) }),
          geometry: Type.Union([
            Type.Object({ type: Type.Literal("LineString"), coordinates: Type.Array(Point, { minItems: 2 }) }, closed),
            Type.Object({ type: Type.Literal("Point"), coordinates: Point }, closed),
          ]),
        },
        closed,
      ),
    ),
  },
  closed,
);
const kinds = [
  "bureau",
  "centre",
  "brigade",
  "squadron",
  "office",
  "section",
  "districtBureau",
  "districtPlatform",
  "subDistrict",
  "utility",
  "outside",
];
const Organisation = Type.Object(
  {
    provenance,
    units: Type.Array(
      Type.Object(
        {
          id: Slug,
          parent: Type.Optional(Slug),
          kind: Type.Enum(kinds),
          name: Words,
          area: Type.Optional(Code),
          departmentKeys: Type.Optional(Type.Array(Type.String())),
        },
        closed,
      ),
    ),
  },
  closed,
);
const roles = [
  "collector",
  "intakeOfficer",
  "shiftLeader",
  "dispatcher",
  "districtDispatcher",
  "departmentOfficer",
  "handler",
  "supervisor",
  "leader",
  "evaluator",
  "prosecutor",
  "enterpriseOfficer",
  "propertyKeeper",
  "worksManager",
  "administrator",
];
const People = Type.Object(
  {
    provenance,
    people: Type.Array(
      Type.Object(
        {
          login: Type.String({ pattern: "^[a-z]+[0-9]+$" }),
          name: Words,
          title: Words,
          grants: Type.Array(Type.Object({ role: Type.Enum(roles), unit: Slug, area: Type.Optional(Code) }, closed), {
            minItems: 1,
          }),
        },
        closed,
      ),
    ),
  },
  closed,
);
const Phrases = Type.Object(
  { provenance, phrases: Type.Array(Type.Object({ action: Type.String(), text: Words }, closed)) },
  closed,
);

const text = (name: string): string => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
function read<S extends TSchema>(schema: S, name: string): Static<S> {
  const value: unknown = JSON.parse(text(`jiaozuo/${name}`));
  const problems = Value.Errors(schema, value).map(({ instancePath, message }) => `${instancePath}: ${message}`);
  if (!Value.Check(schema, value)) throw new Error(`${name} ${problems.slice(0, 3).join("; ")}`);
  return value;
}

const { city, districts } = read(Divisions, "divisions.json");
const subDistricts = districts.flatMap((each) => each.subDistricts);
const communities = subDistricts.flatMap((each) => each.communities);
const areas = new Set([city, ...districts, ...subDistricts, ...communities].map(({ code }) => code));
const { features } = read(Outlines, "outlines.json");
const { places } = read(Places, "places.json");
const network = read(Network, "network.json");
const { units } = read(Organisation, "organisation.json");
const { people } = read(People, "people.json");
const { phrases } = read(Phrases, "phrases.json");
const unitIds = new Set(units.map(({ id }) => id));

describe("divisions.json", () => {
  it("has the five urban districts, one of them with a code only statistics know", () => {
    expect(districts.map(({ code, local }) => [code, local ?? false])).toEqual([
      ["410802", false],
      ["410803", false],
      ["410804", false],
      ["410811", false],
      ["410871", true],
    ]);
    expect([subDistricts.length, communities.length]).toEqual([41, 237]);
  });

  it("puts every code under the code of the area around it", () => {
    for (const district of districts) {
      for (const street of district.subDistricts) {
        expect(street.code).toMatch(new RegExp(`^${district.code}\\d{3}$`));
        for (const each of street.communities) expect(each.code).toMatch(new RegExp(`^${street.code}\\d{3}$`));
      }
    }
    expect([...areas].filter((code) => code !== "4108" && !isCode("area", code))).toEqual([]);
  });

  it("agrees with the collected divisions where they are at hand", () => {
    const url = new URL("../../../../shared/data/jiaozuo-divisions.json", import.meta.url);
    const collected = existsSync(url) ? readFileSync(url, "utf8") : undefined;
    if (collected === undefined) return;
    const codes = new Set([...collected.matchAll(/"code": ?"(\d{12})"/g)].map(([, code]) => code));
    expect([...areas].filter((code) => !codes.has(code.padEnd(12, "0")))).toEqual([]);
  });
});

describe("outlines.json", () => {
  const ringOf = new Map(features.map(({ properties, geometry }) => [properties.code, geometry.coordinates[0]!]));
  const leaves = features.filter(({ properties }) => properties.cellMetres !== undefined);
  const edges = (ring: readonly (readonly number[])[]): string[] =>
    ring.slice(1).map((point, at) => `${ring[at]!.join()} ${point.join()}`);
  const reversed = (edge: string): string => edge.split(" ").toReversed().join(" ");
  const doubleArea = (ring: readonly (readonly number[])[]): number =>
    ring.slice(1).reduce((sum, [x = 0, y = 0], at) => {
      const [px = 0, py = 0] = ring[at]!;
      return sum + (px - 113) * (y - 35) - (x - 113) * (py - 35);
    }, 0);
  /** Every edge is met by the same edge the other way round in a neighbour, or lies on the rim: no gap, no overlap. */
  const rim = (rings: readonly (readonly (readonly number[])[])[]): string[] => {
    const all = rings.flatMap(edges);
    const known = new Set(all);
    expect(known.size).toBe(all.length);
    return all.filter((edge) => !known.has(reversed(edge))).toSorted();
  };

  it("draws each division once, closed, counter-clockwise and in six decimals, in under 700 kB", () => {
    expect(new Set(ringOf.keys())).toEqual(areas);
    expect(features).toHaveLength(areas.size);
    for (const ring of ringOf.values()) {
      expect(ring.at(-1)).toEqual(ring[0]);
      expect(doubleArea(ring)).toBeGreaterThan(0);
    }
    expect(text("jiaozuo/outlines.json")).not.toMatch(/\d\.\d{7}/);
    expect(Buffer.byteLength(text("jiaozuo/outlines.json"))).toBeLessThan(700_000);
  });

  it("is seamless and without overlap at each level: the parts' common rim is the whole's", () => {
    const parts = (code: string, length: number) =>
      [...ringOf].flatMap(([each, ring]) => (each.length === length && isWithin(each, code) ? [ring] : []));
    for (const [code, ring] of ringOf) {
      const below = code.length === 12 ? [] : parts(code, code.length === 4 ? 6 : code.length + 3);
      expect(below.length === 0 ? edges(ring).toSorted() : rim(below)).toEqual(edges(ring).toSorted());
    }
    expect(rim(leaves.map(({ geometry }) => geometry.coordinates[0]!))).toEqual(edges(ringOf.get("4108")!).toSorted());
  });

  it("has cells of the national size downtown, larger ones elsewhere", () => {
    const fine = leaves.filter(({ properties }) => properties.cellMetres === 100);
    expect(fine.length).toBeGreaterThan(40);
    expect(fine.every(({ properties: { code } }) => /^4108(02|11)/.test(code))).toBe(true);
  });

  describe("places.json", () => {
    it("has some forty places, each inside the area it names", () => {
      expect(places.length).toBeGreaterThanOrEqual(40);
      expect(new Set(places.map((place) => place.text)).size).toBe(places.length);
      for (const { lng, lat, area } of places) {
        const polygon = { type: "Polygon" as const, coordinates: [ringOf.get(area)!] };
        expect(booleanPointInPolygon([lng, lat], polygon)).toBe(true);
      }
    });

    it("puts the crossing of 和平街 and 文化巷 into 解放区, and the collector's place 30 m east, south side", () => {
      const at = (name: string) => places.find((place) => place.text === name)!;
      const [crossing, reported] = [at("和平街与文化巷交叉口"), at("和平街与文化巷交叉口东30米路南")];
      expect(isWithin(crossing.area, "410802")).toBe(true);
      const east = (reported.lng - crossing.lng) * 110_941 * Math.cos((35.24 * Math.PI) / 180);
      expect(Math.abs(east - 30)).toBeLessThan(1);
      expect((reported.lat - crossing.lat) * 110_941).toBeLessThan(-3);
    });

    it("names only roads of the network in its crossings", () => {
      const roads = network.features.filter(({ geometry }) => geometry.type === "LineString");
      const names = new Set(roads.map(({ properties }) => properties.name));
      const named = places.flatMap(({ text: place }) => {
        const [, first, second] = /^(.+?)[与和](.+?)(交叉口|丁字路口)/.exec(place) ?? [];
        return first === undefined || second === undefined ? [] : [first, second];
      });
      expect(named.length).toBeGreaterThan(60);
      expect(named.filter((name) => !names.has(name))).toEqual([]);
    });
  });
});

describe("organisation.json", () => {
  const unit = (id: string) => units.find((each) => each.id === id);

  it("is one tree under the city bureau, with the procuratorate outside", () => {
    expect(unitIds.size).toBe(units.length);
    expect(units.filter(({ parent }) => parent === undefined).map(({ id }) => id)).toEqual([
      "city-bureau",
      "jiefang-procuratorate",
    ]);
    for (const each of units) {
      const seen = new Set<string>();
      for (let at: string | undefined = each.id; at !== undefined; at = unit(at)?.parent) {
        expect(unitIds).toContain(at);
        expect(seen).not.toContain(at);
        seen.add(at);
      }
    }
  });

  it("names areas that exist", () => {
    expect(units.filter(({ area }) => area !== undefined && !areas.has(area))).toEqual([]);
  });

  it("serves every department key of the catalogue anywhere in the city", () => {
    const loaded = loadCatalogue(JSON.parse(text("catalogue/catalogue.json")));
    if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
    const served = units.flatMap(({ departmentKeys = [] }) => departmentKeys);
    expect(served.filter((key) => !loaded.departmentKeys.includes(key))).toEqual([]);
    for (const key of loaded.departmentKeys) {
      const uncovered = subDistricts.filter(
        ({ code }) =>
          !units.some(({ area, departmentKeys }) => departmentKeys?.includes(key) && isWithin(code, area ?? "4108")),
      );
      expect({ key, uncovered }).toEqual({ key, uncovered: [] });
    }
  });

  it("has a brigade, a platform and a sanitation unit in each district, and the city's behind them", () => {
    for (const { code } of districts) {
      const here = units.filter(({ area }) => area === code);
      expect(here.some(({ kind }) => kind === "districtPlatform")).toBe(true);
      expect(here.some(({ departmentKeys }) => departmentKeys?.includes("ENF"))).toBe(true);
      expect(here.some(({ departmentKeys }) => departmentKeys?.includes("SANIT"))).toBe(true);
    }
    expect(unit("city-brigade")?.departmentKeys).toEqual(["ENF"]);
    expect(unit("sanitation-centre")?.departmentKeys).toEqual(["SANIT"]);
    expect(unit("shanyang-squadron-1-3")?.parent).toBe("shanyang-brigade-1");
  });
});

describe("people.json", () => {
  it("has every role, unique log-ins and names, and grants at units and areas that exist", () => {
    const grants = people.flatMap((person) => person.grants);
    expect(new Set(people.map(({ login }) => login)).size).toBe(people.length);
    expect(new Set(people.map(({ name }) => name.zh)).size).toBe(people.length);
    expect(new Set(grants.map(({ role }) => role))).toEqual(new Set(roles));
    expect(grants.filter(({ unit, area }) => !unitIds.has(unit) || (area !== undefined && !areas.has(area)))).toEqual(
      [],
    );
  });

  it("has an officer for every unit that serves a department key, at the unit or above", () => {
    const parents = new Map(units.map(({ id, parent }) => [id, parent]));
    const staffed = new Set(
      people.flatMap(({ grants }) => grants.flatMap(({ role, unit }) => (role === "departmentOfficer" ? [unit] : []))),
    );
    const without = units.filter(({ id, departmentKeys }) => {
      if (departmentKeys === undefined) return false;
      return !staffed.has(id) && !staffed.has(parents.get(id) ?? "");
    });
    expect(without.map(({ id }) => id)).toEqual([]);
  });
});

describe("phrases.json", () => {
  it("has two to four phrases for an action, in both languages, none twice", () => {
    const byAction = new Map<string, typeof phrases>();
    for (const phrase of phrases) byAction.set(phrase.action, [...(byAction.get(phrase.action) ?? []), phrase]);
    expect(byAction.size).toBeGreaterThanOrEqual(28);
    for (const some of byAction.values()) {
      expect(some.length).toBeGreaterThanOrEqual(2);
      expect(some.length).toBeLessThanOrEqual(4);
      expect(new Set(some.map(({ text: { zh } }) => zh)).size).toBe(some.length);
    }
    expect(phrases.filter(({ text: { zh } }) => /[,;:?!()]/.test(zh) || !zh.endsWith("。"))).toEqual([]);
  });
});
