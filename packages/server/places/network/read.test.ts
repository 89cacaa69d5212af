import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { collection, feature, fileOf, osmPbfOf, osmSample, osmXmlOf } from "./fixture.ts";
import { readNetwork, type ReadOptions } from "./index.ts";

/** 焦作 roughly, WGS 84. */
const box = [113.2, 35.17, 113.34, 35.27] as const;
const read = async (name: string, content: string | Buffer, options: Partial<ReadOptions> = {}) =>
  readNetwork([await fileOf(name, content)], { datum: "wgs84", ...options });

const street = feature({ name: "和平街", class: "支路", width_m: 12 }, "LineString", [
  [113.24, 35.24],
  [113.25, 35.24],
]);

describe("GeoJSON", () => {
  test("lines become roads with their names, class and width; several lines of one feature become several", async () => {
    const lane = feature(
      { NAME: "文化巷", ALIAS: "书院巷；学道巷", names: ["文化巷", "旧巷"], highway: "['residential', 'service']" },
      "MultiLineString",
      [
        [
          [113.24, 35.24],
          [113.24, 35.24],
          [113.24, 35.25],
        ],
        [
          [113.24, 35.25],
          [113.24, 35.26],
        ],
      ],
    );
    const { data, files } = await read("roads.geojson", collection(street, lane));
    expect(data.roads).toEqual([
      {
        id: "r1",
        name: "和平街",
        aliases: [],
        class: "支路",
        widthMetres: 12,
        line: [
          [113.24, 35.24],
          [113.25, 35.24],
        ],
      },
      {
        id: "r2",
        name: "文化巷",
        aliases: ["书院巷", "学道巷", "旧巷"],
        class: "residential",
        line: [
          [113.24, 35.24],
          [113.24, 35.25],
        ],
      },
      {
        id: "r3",
        name: "文化巷",
        aliases: ["书院巷", "学道巷", "旧巷"],
        class: "residential",
        line: [
          [113.24, 35.25],
          [113.24, 35.26],
        ],
      },
    ]);
    expect(files).toEqual([
      { name: "roads.geojson", bytes: expect.any(Number), sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    ]);
  });

  test("bridges and one-way lines are known as such, where the file says so", async () => {
    const line = [
      [113.24, 35.24],
      [113.25, 35.24],
    ];
    const said = [
      { bridge: "yes", oneway: "True" },
      { tunnel: true, oneway: 0 },
      { bridge: "no", oneway: "-1" },
      { bridge: null, oneway: null },
    ];
    const { data } = await read(
      "r.geojson",
      collection(...said.map((one) => feature({ name: "立交桥路", ...one }, "LineString", line))),
    );
    expect(data.roads.map(({ lifted, oneWay }) => [lifted, oneWay])).toEqual([
      [true, true],
      [true, false],
      [undefined, true],
      [undefined, undefined],
    ]);
  });

  test("an alias that is another road's own name is none", async () => {
    const joined = feature({ name: "文化巷", names: ["文化巷", "和平街", "旧巷"] }, "LineString", [
      [113.24, 35.24],
      [113.24, 35.25],
    ]);
    const { data } = await read("r.geojson", collection(street, joined));
    expect(data.roads[1]?.aliases).toEqual(["旧巷"]);
  });

  test("points become places, poles and house numbers; polygons stand at their middle; water keeps its line", async () => {
    const square = [
      [
        [113.24, 35.24],
        [113.242, 35.24],
        [113.242, 35.242],
        [113.24, 35.242],
      ],
    ];
    const { data } = await read(
      "places.ndjson",
      [
        feature({ name: "方圆酒店", road: "解放路" }, "Point", [113.2465, 35.2347]),
        feature({ road: "解放路", number: "18号附2号" }, "Point", [113.2466, 35.2347]),
        feature({ "addr:street": "解放路", "addr:housenumber": 20 }, "Point", [113.2467, 35.2347]),
        feature({ pole: "023", road: "站前路" }, "Point", [113.24, 35.2268, 88.1]),
        feature({ name: "翠湖小区" }, "Polygon", square),
        feature({ name: "群英河", waterway: "river" }, "LineString", [
          [113.24, 35.23],
          [113.26, 35.23],
        ]),
        feature({ name: "焦东街道", kind: "area", code: "410811002" }, "MultiPolygon", [square]),
      ]
        .map((one) => JSON.stringify(one))
        .join("\n"),
    );
    expect(
      data.places.map(({ id, name, kind, at, road }) => [id, name, kind, at.map((one) => one.toFixed(4)).join(), road]),
    ).toEqual([
      ["p1", "方圆酒店", "poi", "113.2465,35.2347", "解放路"],
      ["p2", "023", "pole", "113.2400,35.2268", "站前路"],
      ["p3", "翠湖小区", "community", "113.2410,35.2410", undefined],
      ["p4", "群英河", "water", "113.2500,35.2300", undefined],
      ["p5", "焦东街道", "area", "113.2410,35.2410", undefined],
    ]);
    expect(data.places[3]?.line).toHaveLength(2);
    expect(data.doors).toEqual([
      { road: "解放路", number: 18, annex: 2, at: [113.2466, 35.2347] },
      { road: "解放路", number: 20, at: [113.2467, 35.2347] },
    ]);
    expect(data.areas).toMatchObject([{ code: "410811002", name: "焦东街道" }]);
  });

  test("a point that stands for a polygon lies inside of it, also where the polygon bends", async () => {
    const bent = [
      [0, 0],
      [9, 0],
      [9, 9],
      [8, 9],
      [8, 1],
      [0, 1],
      [0, 0],
    ].map(([x = 0, y = 0]) => [113 + x / 100, 35 + y / 100]);
    const { data } = await read("l.geojson", collection(feature({ name: "弯弯公园" }, "Polygon", [bent])));
    const [lng, lat] = data.places[0]!.at;
    expect(lng).toBeCloseTo(113.085, 4);
    expect(lat).toBeGreaterThan(35.01);
  });

  test("positions come in the datum that is named, and are kept in WGS 84", async () => {
    const { data } = await read("roads.geojson", collection(street), { datum: "gcj02", box });
    const [lng, lat] = data.roads[0]!.line[0]!;
    expect(lng).toBeCloseTo(113.24 - 0.0062, 3);
    expect(lat).toBeCloseTo(35.24 + 0.0001, 3);
    expect(lng).not.toBe(113.24);
  });

  test("a packed file is unpacked, and several files make one network", async () => {
    const paths = [
      await fileOf("a.geojson.gz", gzipSync(collection(street))),
      await fileOf("b.json", collection(feature({ name: "征云礼堂" }, "Point", [113.2632, 35.2378]))),
    ];
    const shares: number[] = [];
    const { data, files } = await readNetwork(paths, {
      datum: "wgs84",
      onProgress: (done, total) => shares.push(done / total),
    });
    expect([data.roads.length, data.places.length, files.map(({ name }) => name)]).toEqual([
      1,
      1,
      ["a.geojson.gz", "b.json"],
    ]);
    expect(shares.at(-1)).toBe(1);
  });
});

describe("a feature with an error is named, and the way out", () => {
  const line = (coordinates: unknown) => feature({ name: "解放路" }, "LineString", coordinates);
  test.each([
    [
      "swapped, told by the range",
      line([
        [35.24, 113.24],
        [35.24, 113.25],
      ]),
      "swapped",
    ],
    [
      "swapped, told by the city",
      line(
        [
          [35.24, 113.24],
          [35.24, 113.25],
        ].map(([a = 0, b = 0]) => [a, b - 40]),
      ),
      "outside the city",
    ],
    [
      "in metres",
      line([
        [38431000.5, 3901000.2],
        [38431010.5, 3901000.2],
      ]),
      "metres of a projection",
    ],
    [
      "elsewhere",
      line([
        [114.05, 22.54],
        [114.06, 22.54],
      ]),
      "--clip",
    ],
    ["empty", line([]), "empty"],
    [
      "without length",
      line([
        [113.24, 35.24],
        [113.24, 35.24],
      ]),
      "no length",
    ],
    ["without geometry", { type: "Feature", properties: {}, geometry: null }, "empty"],
    [
      "not a number",
      line([
        [113.24, "35.24"],
        [113.25, 35.24],
      ]),
      '"35.24"',
    ],
    [
      "crossed",
      feature({ name: "八字广场" }, "Polygon", [
        [
          [113.24, 35.24],
          [113.25, 35.25],
          [113.25, 35.24],
          [113.24, 35.2501],
          [113.24, 35.24],
        ],
      ]),
      "crosses itself",
    ],
    ["of an unknown geometry", feature({ name: "x" }, "Circle", [1, 2]), "Circle"],
    ["no feature", { type: "Point", coordinates: [113.24, 35.24] }, "no GeoJSON Feature"],
  ])("%s", async (_, bad, said) => {
    const file = `{"type":"FeatureCollection","features":[\n${JSON.stringify(street)},\n${JSON.stringify(bad)}]}`;
    const told = read("roads.geojson", file, { box });
    await expect(told).rejects.toThrow(`roads.geojson, feature 2, line 3: `);
    await expect(told).rejects.toThrow(said);
    await expect(told).rejects.toThrow("第 2 个要素，第 3 行");
  });

  test("swapped positions of 喀什, whose latitude could be one, are told by the city", async () => {
    const kashgar = [75.9, 39.4, 76.1, 39.6] as const;
    await expect(
      read(
        "r.geojson",
        collection(
          line([
            [39.5, 76],
            [39.6, 76],
          ]),
        ),
        { box: kashgar },
      ),
    ).rejects.toThrow("swapped");
  });

  test("those asked to be lenient leave a few of them out, but not the greater part", async () => {
    const some = await read("r.geojson", collection(street, street, line([])), { lenient: true });
    expect([some.data.roads.length, some.broken, some.firstProblem?.message]).toEqual([
      2,
      1,
      expect.stringContaining("feature 3"),
    ]);
    await expect(read("r.geojson", collection(street, line([]), line([])), { lenient: true })).rejects.toThrow(
      "feature 2",
    );
  });

  test("what lies outside is left out when asked, and a file that lies outside altogether is not this city's", async () => {
    const far = line([
      [114.05, 22.54],
      [114.06, 22.54],
    ]);
    expect((await read("r.geojson", collection(street, far), { box, clip: true })).leftOut).toBe(1);
    await expect(read("r.geojson", collection(far), { box, clip: true })).rejects.toThrow(
      "nothing in it lies in the city",
    );
  });

  test.each([
    ["r.geojson", collection(), "empty"],
    ["r.csv", "a,b", "not known here"],
    [
      "r.geojson",
      collection(
        feature({ DLMC: "和平街" }, "LineString", [
          [113.24, 35.24],
          [113.25, 35.24],
        ]),
      ),
      "dlmc",
    ],
    ["r.geojson", "", "empty"],
  ])("%s: %j", async (name, content, said) => {
    await expect(read(name, content)).rejects.toThrow(said);
  });

  test("a file that is not there", async () => {
    await expect(readNetwork(["/nowhere/r.geojson"], { datum: "wgs84" })).rejects.toThrow("cannot be read");
  });
});

test("whatever stands in a file, it is read or named as a problem", async () => {
  const geometry = fc.record({
    type: fc.constantFrom("Point", "LineString", "MultiLineString", "Polygon", "MultiPolygon", "Topology"),
    coordinates: fc.oneof(
      fc.jsonValue({ maxDepth: 4 }),
      fc.array(fc.array(fc.float({ noNaN: true }), { maxLength: 3 })),
    ),
  });
  const any = fc.record({ type: fc.constant("Feature"), properties: fc.object({ maxDepth: 1 }), geometry });
  await fc.assert(
    fc.asyncProperty(fc.array(any, { maxLength: 5 }), async (features) => {
      const told: unknown = await read("any.geojson", collection(...features)).catch((error: unknown) => error);
      expect(told instanceof Error ? told.name : "read").toMatch(/^(read|NetworkProblem)$/);
    }),
    { numRuns: 60 },
  );
});

describe.each([
  ["map.osm", osmXmlOf(osmSample)],
  ["map.osm.gz", gzipSync(osmXmlOf(osmSample))],
  ["map.osm.pbf", osmPbfOf(osmSample)],
  ["unordered.osm", osmXmlOf(osmSample.toReversed())],
])("OpenStreetMap: %s", (name, content) => {
  test("named ways, places, house numbers and poles are taken, unnamed footways are not", async () => {
    const { data } = await read(name, content);
    const roads = data.roads.toSorted((one, other) => one.name.localeCompare(other.name, "zh"));
    expect(
      roads.map(({ name: road, aliases, class: kind, widthMetres }) => [road, aliases, kind, widthMetres]),
    ).toEqual([
      ["和平街", ["中山街", "一马路"], "primary", 14],
      ["文化巷", [], "residential", undefined],
    ]);
    expect(roads[0]?.line).toEqual([
      [113.24, 35.24],
      [113.25, 35.24],
    ]);
    expect(data.places.map((one) => `${one.kind} ${one.name}`).toSorted()).toEqual([
      "poi 方圆酒店",
      "pole 023",
      "water 龙源湖",
    ]);
    expect(data.doors).toEqual([{ road: "和平街", number: 18, annex: 2, at: [113.247, 35.2401] }]);
  });

  test("of an extract that covers more, the city is taken", async () => {
    await expect(read(name, content, { box: [114, 22, 114.1, 22.1] })).rejects.toThrow("empty");
  });
});

describe("broken OpenStreetMap files are told as such", () => {
  const pbf = osmPbfOf(osmSample);
  test.each([
    ["x.osm.pbf", pbf.subarray(0, -5), "ends within a block"],
    ["x.osm.pbf", Buffer.concat([Buffer.from([0x7f, 0xff, 0xff, 0xff]), pbf]), "longer than the format allows"],
    ["x.osm.pbf", Buffer.from("not a map at all"), "no sound OpenStreetMap PBF"],
    ["x.osm.pbf", osmPbfOf(osmSample, { tagsCutShort: true }), "tags of a block are cut short"],
    ["x.osm", "<osm><node", "line 1"],
    ["x.osm", "<html></html>", "no OpenStreetMap XML"],
    ["x.osm", `<osm>\n<node id="1" lon="1" lat="1"></way></osm>`, "line 2"],
    ["x.osm", `<osm><node id="${"9".repeat(3 << 20)}"/></osm>`, "too long"],
    ["x.osm", `<!DOCTYPE osm [<!ENTITY a "aaaa">]><osm><tag k="&a;" v=""/></osm>`, "is not XML"],
  ])("%s %#", async (name, content, said) => {
    await expect(read(name, content)).rejects.toThrow(said);
  });
});
