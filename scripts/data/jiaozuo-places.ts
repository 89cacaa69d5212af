import { downtown } from "./jiaozuo-outlines.ts";
import { metresPerDegree, shrink, type Point } from "./plane.ts";

/** A straight schematic street. The names of the first eight are real, those of the others invented; no course is real. */
export interface Road {
  readonly name: string;
  readonly invented: boolean;
  readonly from: Point;
  readonly to: Point;
}
export interface Place {
  readonly text: string;
  readonly kind: "crossing" | "poi" | "street";
  readonly lng: number;
  readonly lat: number;
}

const [x0, y0] = downtown;
const eastWest = (name: string, lat: number, west: number, east: number, invented = true): Road => ({
  name,
  invented,
  from: [west, lat],
  to: [east, lat],
});
const northSouth = (name: string, lng: number, south: number, north: number, invented = true): Road => ({
  name,
  invented,
  from: [lng, south],
  to: [lng, north],
});

export const roads: readonly Road[] = [
  eastWest("和平街", y0, 113.236, 113.27, false),
  northSouth("文化巷", x0, 35.236, 35.247, false),
  eastWest("站前路", 35.2268, 113.234, 113.262, false),
  // Ends on 站前路: the two make a T.
  northSouth("中州路", 113.242, 35.2268, 35.243, false),
  eastWest("解放路", 35.2346, 113.208, 113.3, false),
  eastWest("春晖路", 35.2495, 113.216, 113.33),
  eastWest("翠竹街", 35.2185, 113.208, 113.326),
  eastWest("锦绣大道", 35.1845, 113.22, 113.315),
  northSouth("康宁路", 113.2125, 35.205, 35.258),
  northSouth("松涛路", 113.2585, 35.183, 35.262),
  northSouth("明德路", 113.274, 35.181, 35.264),
  northSouth("望岳路", 113.288, 35.181, 35.262),
  northSouth("惠民路", 113.312, 35.19, 35.258),
  northSouth("梧桐巷", 113.2335, 35.214, 35.252),
];

const compass = { 东: [1, 0], 西: [-1, 0], 北: [0, 1], 南: [0, -1] } as const;
type Direction = keyof typeof compass;
/** Half the width of a street in the plan, in metres. */
const kerb = 8;

function moved([lng, lat]: Point, direction: Direction, metres: number): Point {
  const [east, north] = compass[direction];
  return [lng + (east * metres) / (metresPerDegree * shrink), lat + (north * metres) / metresPerDegree];
}

function road(name: string): Road {
  const found = roads.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no road ${name}`);
  return found;
}

function crossing(first: string, second: string): Point {
  const [a, b] = [road(first), road(second)];
  const [flat, upright] = a.from[1] === a.to[1] ? [a, b] : [b, a];
  const point: Point = [upright.from[0], flat.from[1]];
  const meets = (each: Road, at: 0 | 1): boolean => each.from[at] <= point[at] && point[at] <= each.to[at];
  if (!meets(flat, 0) || !meets(upright, 1)) throw new Error(`${first} and ${second} do not meet`);
  return point;
}

/** "A与B交叉口东30米路南": from the crossing along the leg that leads there, then to the kerb on that side. */
function atCrossing(first: string, second: string, direction: Direction, metres: number, side: Direction): Place {
  const [lng, lat] = moved(moved(crossing(first, second), direction, metres), side, kerb);
  return { text: `${first}与${second}交叉口${direction}${metres}米路${side}`, kind: "street", lng, lat };
}

const at = (text: string, kind: Place["kind"], [lng, lat]: Point): Place => ({ text, kind, lng, lat });

export const places: readonly Place[] = [
  at("和平街与文化巷交叉口", "crossing", downtown),
  atCrossing("和平街", "文化巷", "东", 30, "南"),
  at("站前路和中州路丁字路口附近", "crossing", crossing("站前路", "中州路")),
  at("解放路宏光农贸市场对面方圆酒店门口", "poi", moved([113.2465, 35.2346], "北", kerb)),
  at("征云礼堂", "poi", [113.2632, 35.2378]),
  atCrossing("和平街", "文化巷", "西", 60, "北"),
  atCrossing("和平街", "松涛路", "东", 80, "南"),
  atCrossing("文化巷", "和平街", "北", 120, "东"),
  atCrossing("中州路", "和平街", "南", 50, "西"),
  atCrossing("中州路", "解放路", "北", 40, "东"),
  atCrossing("解放路", "中州路", "西", 90, "南"),
  atCrossing("解放路", "梧桐巷", "东", 45, "北"),
  atCrossing("站前路", "中州路", "东", 70, "北"),
  atCrossing("梧桐巷", "春晖路", "南", 60, "西"),
  atCrossing("梧桐巷", "翠竹街", "北", 35, "东"),
  atCrossing("春晖路", "梧桐巷", "东", 150, "南"),
  atCrossing("翠竹街", "梧桐巷", "西", 100, "北"),
  atCrossing("翠竹街", "松涛路", "西", 200, "南"),
  atCrossing("松涛路", "解放路", "南", 60, "东"),
  atCrossing("松涛路", "春晖路", "北", 80, "西"),
  atCrossing("解放路", "明德路", "东", 55, "南"),
  atCrossing("解放路", "明德路", "西", 120, "北"),
  atCrossing("解放路", "望岳路", "西", 75, "南"),
  atCrossing("明德路", "春晖路", "南", 90, "东"),
  atCrossing("明德路", "翠竹街", "北", 65, "西"),
  atCrossing("春晖路", "明德路", "西", 40, "北"),
  atCrossing("春晖路", "望岳路", "东", 110, "南"),
  atCrossing("望岳路", "翠竹街", "南", 85, "东"),
  atCrossing("望岳路", "春晖路", "北", 30, "西"),
  atCrossing("翠竹街", "明德路", "东", 140, "南"),
  atCrossing("康宁路", "解放路", "北", 500, "东"),
  atCrossing("康宁路", "翠竹街", "北", 70, "西"),
  atCrossing("康宁路", "翠竹街", "南", 130, "东"),
  atCrossing("惠民路", "春晖路", "南", 95, "西"),
  atCrossing("惠民路", "春晖路", "北", 60, "东"),
  atCrossing("惠民路", "翠竹街", "北", 150, "东"),
  atCrossing("翠竹街", "惠民路", "东", 80, "北"),
  atCrossing("春晖路", "惠民路", "西", 45, "南"),
  atCrossing("锦绣大道", "松涛路", "东", 100, "北"),
  atCrossing("锦绣大道", "松涛路", "西", 65, "南"),
  atCrossing("锦绣大道", "明德路", "东", 120, "南"),
  atCrossing("锦绣大道", "望岳路", "西", 50, "北"),
  atCrossing("望岳路", "锦绣大道", "北", 90, "东"),
  at("春晖路翠湖小区3号楼东侧", "poi", [113.2252, 35.2502]),
  at("翠竹街便民市场南门", "poi", [113.2662, 35.2178]),
  at("惠民路幼儿园对面", "poi", [113.3123, 35.2312]),
];
