import { places, roads } from "./jiaozuo-places.ts";
import { metresPerDegree, rounded, shrink, type Point } from "./plane.ts";

/** A feature of the demo's schematic road network, as a city's own file would have it. */
export interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, string | number | boolean>>;
  readonly geometry: { readonly type: "Point" | "LineString"; readonly coordinates: Point | readonly Point[] };
}

/** Class, metres from kerb to kerb, and where the course leaves the straight line: bends by road, ends among them. */
const courses: Readonly<Record<string, readonly [kind: string, width: number, bends?: readonly Point[]]>> = {
  和平街: [
    "次干路",
    16,
    [
      [113.236, 35.2399],
      [113.2385, 35.2405],
      [113.2645, 35.2405],
      [113.27, 35.2411],
    ],
  ],
  文化巷: [
    "支路",
    14,
    [
      [113.2471, 35.236],
      [113.2475, 35.2385],
      [113.2475, 35.2438],
      [113.2481, 35.247],
    ],
  ],
  站前路: [
    "次干路",
    16,
    [
      [113.234, 35.2268],
      [113.2596, 35.2268],
      [113.262, 35.2262],
    ],
  ],
  中州路: [
    "次干路",
    16,
    [
      [113.242, 35.2268],
      [113.242, 35.2416],
      [113.2424, 35.243],
    ],
  ],
  解放路: [
    "主干路",
    18,
    [
      [113.208, 35.2346],
      [113.261, 35.2346],
      [113.2645, 35.2352],
      [113.2685, 35.2352],
      [113.2718, 35.2346],
      [113.2935, 35.2346],
      [113.3, 35.2338],
    ],
  ],
  春晖路: [
    "主干路",
    18,
    [
      [113.216, 35.2495],
      [113.2925, 35.2495],
      [113.297, 35.2503],
      [113.303, 35.2503],
      [113.3075, 35.2495],
      [113.33, 35.2495],
    ],
  ],
  翠竹街: [
    "次干路",
    16,
    [
      [113.208, 35.2185],
      [113.2375, 35.2185],
      [113.242, 35.2178],
      [113.248, 35.2178],
      [113.2525, 35.2185],
      [113.326, 35.2185],
    ],
  ],
  锦绣大道: [
    "主干路",
    20,
    [
      [113.22, 35.1856],
      [113.236, 35.1853],
      [113.249, 35.1845],
      [113.315, 35.1845],
    ],
  ],
  康宁路: [
    "支路",
    14,
    [
      [113.2125, 35.205],
      [113.2125, 35.2445],
      [113.2119, 35.2505],
      [113.2129, 35.258],
    ],
  ],
  松涛路: [
    "主干路",
    18,
    [
      [113.2585, 35.183],
      [113.2585, 35.191],
      [113.2576, 35.1965],
      [113.2576, 35.2045],
      [113.2585, 35.2115],
      [113.2585, 35.262],
    ],
  ],
  明德路: [
    "次干路",
    16,
    [
      [113.274, 35.181],
      [113.274, 35.2555],
      [113.2747, 35.264],
    ],
  ],
  望岳路: [
    "次干路",
    16,
    [
      [113.288, 35.181],
      [113.288, 35.1895],
      [113.2889, 35.1955],
      [113.2889, 35.205],
      [113.288, 35.2115],
      [113.288, 35.262],
    ],
  ],
  惠民路: [
    "次干路",
    16,
    [
      [113.3107, 35.19],
      [113.3113, 35.1955],
      [113.312, 35.2005],
      [113.312, 35.258],
    ],
  ],
  梧桐巷: [
    "支路",
    14,
    [
      [113.2335, 35.214],
      [113.2335, 35.2375],
      [113.2329, 35.2415],
      [113.2335, 35.2455],
      [113.2335, 35.252],
    ],
  ],
};

const metres = ([lng, lat]: Point, east: number, north: number): Point =>
  rounded([lng + east / (metresPerDegree * shrink), lat + north / metresPerDegree]);

const point = (at: Point, properties: Feature["properties"]): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Point", coordinates: rounded(at) },
});
const line = (coordinates: readonly Point[], properties: Feature["properties"]): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "LineString", coordinates: coordinates.map(rounded) },
});

/** Where a place of the plan stands, by its text. */
function placeAt(text: string): Point {
  const found = places.find((place) => place.text === text);
  if (!found) throw new Error(`no place ${text}`);
  return [found.lng, found.lat];
}

function roadLines(): Feature[] {
  return roads.map(({ name, invented }) => {
    const course = courses[name];
    if (!course) throw new Error(`no course for ${name}`);
    const [kind, width, bends = []] = course;
    return line(bends, { name, class: kind, width_m: width, invented });
  });
}

const hotel = placeAt("解放路宏光农贸市场对面方圆酒店门口");
/** The middle of the market, whose southern gate the plan names. */
const market = metres(placeAt("翠竹街便民市场南门"), 0, 20);
/** The kindergarten stands across the road from where the plan's place is. */
const kindergarten = metres(placeAt("惠民路幼儿园对面"), -54, 0);

const named: readonly Feature[] = [
  point(hotel, { name: "方圆酒店", road: "解放路" }),
  point(metres(hotel, 0, -16), { name: "宏光农贸市场", road: "解放路" }),
  point(placeAt("征云礼堂"), { name: "征云礼堂" }),
  point(market, { name: "便民市场", road: "翠竹街" }),
  point(kindergarten, { name: "惠民路幼儿园", alias: "幼儿园", road: "惠民路" }),
  point([113.2442, 35.2418], { name: "和平公园" }),
  point([113.2668, 35.2262], { name: "市民中心" }),
];

/** A community, and its buildings in rows of three. */
function community(
  name: string,
  first: Point,
  buildings: number,
  gap: readonly [east: number, north: number],
): Feature[] {
  const at = (no: number) => metres(first, ((no - 1) % 3) * gap[0], Math.floor((no - 1) / 3) * gap[1]);
  const numbers = Array.from({ length: buildings }, (_, index) => index + 1);
  const rows = Math.ceil(buildings / 3);
  return [
    point(metres(first, gap[0], ((rows - 1) * gap[1]) / 2), { name, kind: "community" }),
    ...numbers.map((no) => point(at(no), { name: `${name}${no}号楼`, kind: "building" })),
  ];
}

/** The third building is where the plan's place is, which lies at its eastern side. */
const third = metres(placeAt("春晖路翠湖小区3号楼东侧"), -20, 0);
const communities: readonly Feature[] = [
  ...community("翠湖小区", metres(third, -120, 0), 6, [60, 45]),
  ...community("和平家园", [113.2502, 35.2413], 9, [60, 45]),
  ...community("松涛小区", [113.2601, 35.2212], 8, [60, 50]),
];

/** Lamp poles 020 to 030 along the western kerb of 中州路, 30 m apart. */
const poles: readonly Feature[] = Array.from({ length: 11 }, (_, index) =>
  point(metres([113.242, 35.2285], -8, index * 30), {
    kind: "pole",
    pole: String(index + 20).padStart(3, "0"),
    road: "中州路",
  }),
);

/** House numbers of 解放路, odd ones in the north, from west to east, 20 m apart on each side. */
const doors: readonly Feature[] = Array.from({ length: 60 }, (_, index) => index + 1).map((number) => {
  const isOdd = number % 2 === 1;
  return point(metres([113.2425, 35.2346], Math.ceil(number / 2) * 20, isOdd ? 12 : -12), {
    "addr:street": "解放路",
    "addr:housenumber": String(number),
  });
});

const river: readonly Point[] = [
  [113.2045, 35.2092],
  [113.2305, 35.2099],
  [113.2583, 35.2095],
  [113.274, 35.2101],
  [113.288, 35.2096],
  [113.312, 35.2103],
  [113.3345, 35.2099],
];
const waters: readonly Feature[] = [
  line(river, { name: "清溪河", kind: "water" }),
  point([113.2583, 35.2095], { name: "松涛桥", kind: "bridge", road: "松涛路" }),
  point([113.274, 35.2101], { name: "明德桥", kind: "bridge", road: "明德路" }),
  point([113.312, 35.2103], { name: "惠民桥", kind: "bridge", road: "惠民路" }),
];

/** Everything a gazetteer of the demo city is made from. */
export const network: readonly Feature[] = [...roadLines(), ...named, ...communities, ...waters, ...poles, ...doors];
