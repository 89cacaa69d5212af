import type { Position, RoadLine } from "../index.ts";

/** Metres east and north of the town's south-west corner. */
type Metres = readonly [east: number, north: number];

const corner: Position = [113.2, 35.2];
const perDegree: Metres = [91_160, 110_950];

export const positionAt = ([east, north]: Metres): Position => [
  corner[0] + east / perDegree[0],
  corner[1] + north / perDegree[1],
];
export const metresAt = ([lng, lat]: Position): Metres => [
  (lng - corner[0]) * perDegree[0],
  (lat - corner[1]) * perDegree[1],
];

const avenues = "建国大道 朝阳路 康宁路 松涛路 文昌街 明德路 望岳路 惠民大街 学府路 梧桐巷".split(" ");
const streets = "迎宾大道 和平街 解放路 翠竹街 春晖路 锦绣大道 泰然一路 泰然二路 泰然三路".split(" ");
const former: Readonly<Record<string, readonly string[]>> = { 解放路: ["胜利路"], 松涛路: ["東風路"] };
/** Kerb to kerb of one line, metres. */
const widths: Readonly<Record<string, number>> = { 建国大道: 12, 迎宾大道: 12, 梧桐巷: 6 };
const isDual = (name: string) => name === "建国大道" || name === "迎宾大道";
const block = 320;
const between = 26;

/**
 * A town that nobody built: bent streets in a grid, two boulevards of two carriageways, a roundabout, a crescent that
 * meets its street twice, stems that end at a street or a few metres before it, an overpass, a road that meets no other.
 */
export function syntheticTown(): RoadLine[] {
  const lines: RoadLine[] = [];
  const add = (name: string, points: readonly Metres[], more: Partial<RoadLine> = {}) => {
    const width = widths[name];
    lines.push({
      id: String(lines.length),
      name,
      aliases: former[name] ?? [],
      ...(width === undefined ? {} : { widthMetres: width }),
      ...more,
      line: points.map(positionAt),
    });
  };
  for (const [column, name] of avenues.entries())
    for (const off of carriageways(name))
      add(
        name,
        course(streets, (row, side) => crossingAt(column, row, off, side)),
        oneWay(name),
      );
  for (const [row, name] of streets.entries())
    for (const off of carriageways(name))
      add(
        name,
        course(avenues, (column, side) => crossingAt(column, row, side, off)),
        oneWay(name),
      );
  const middle = crossingAt(6, 6, 0, 0);
  const ring = Array.from({ length: 17 }, (_, at): Metres => around(middle, 28, (at * Math.PI) / 8));
  add("", ring, { oneWay: true });
  // Four roads into the ring, from the four sides.
  for (const [name, turn] of [
    ["中心东路", 0],
    ["中心北路", 4],
    ["中心西路", 8],
    ["中心南路", 12],
  ] as const) {
    const angle = (turn * Math.PI) / 8 + Math.PI / 4;
    add(name, [around(middle, 28, angle), around(middle, 120, angle)]);
  }
  const [west, east] = [crossingAt(3, 2, 0, 0), crossingAt(4, 2, 0, 0)];
  const on = (share: number): Metres => [west[0] + (east[0] - west[0]) * share, west[1] + (east[1] - west[1]) * share];
  const [one, other] = [on(0.25), on(0.75)];
  add("月牙巷", [one, [one[0] + 10, one[1] + 90], [other[0] - 10, other[1] + 90], other]);
  add("解放路", [west, one, other, east]);
  const stem = crossingAt(2, 4, 0, 0);
  add("站前路", [stem, [stem[0] + 70, stem[1] + 110], [stem[0] + 90, stem[1] + 170]]);
  const short = crossingAt(5, 1, 0, 0);
  add("小河巷", [
    [short[0] + 130, short[1] + 8],
    [short[0] + 130, short[1] + 140],
  ]);
  add(
    "环城高架",
    [
      [-200, 1500],
      [3300, 1700],
    ],
    { lifted: true },
  );
  add("孤山路", [
    [4200, 300],
    [4300, 500],
    [4350, 900],
  ]);
  return lines;
}

const carriageways = (name: string): readonly number[] => (isDual(name) ? [-between / 2, between / 2] : [0]);
const oneWay = (name: string): Partial<RoadLine> => ({ oneWay: isDual(name) });
const around = ([east, north]: Metres, radius: number, angle: number): Metres => [
  east + radius * Math.cos(angle),
  north + radius * Math.sin(angle),
];

/** Streets wave a little, so that nothing runs quite along the compass. */
function crossingAt(column: number, row: number, sideways: number, upwards: number): Metres {
  const east = column * block + 40 * Math.sin(row * 0.9 + column) + sideways;
  const north = row * block + 35 * Math.sin(column * 0.7 + row * 0.4) + upwards;
  return [east, north];
}

/** A road through all its crossings; where it crosses a boulevard, through both of its carriageways. */
function course(others: readonly string[], at: (index: number, side: number) => Metres): Metres[] {
  return others.flatMap((name, index) => carriageways(name).map((side) => at(index, side)));
}
