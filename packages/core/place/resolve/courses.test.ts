import { expect, it } from "vitest";
import { makeGazetteer, type Position, type RoadLine } from "../index.ts";

const origin: Position = [113.25, 35.24];

function road(name: string, oneWay: boolean, ...points: readonly (readonly [number, number])[]): RoadLine {
  const line = points.map(([east, north]): Position => [origin[0] + east / 91_000, origin[1] + north / 110_950]);
  return { id: `${name}${points.join()}`, name, aliases: [], oneWay, line };
}

function placer(...roads: readonly RoadLine[]) {
  const gazetteer = makeGazetteer({ roads, places: [], doors: [], areas: [] });
  return (text: string): readonly [number, number] => {
    const [lng, lat] = gazetteer.resolve(text).points[0]!.at;
    return [Math.round((lng - origin[0]) * 91_000), Math.round((lat - origin[1]) * 110_950)];
  };
}

/** 和平街 comes from the south-west, is set off along 文化大道, and goes on to the south. */
const staggered = [
  road("文化大道", false, [-20, 12], [20, -12], [300, -180]),
  road("和平街", false, [-300, -268], [-20, 12]),
  road("和平街", false, [20, -12], [-12, -66], [-100, -220]),
];

it("takes the corner beside the half of a staggered road that lies there", () => {
  const [east, north] = placer(...staggered)("和平街与文化大道交叉口东南角");
  expect(Math.hypot(east - 21, north + 20)).toBeLessThan(12);
});

it("finds the middle between two crossings where the road is set off from the one to the other", () => {
  const place = placer(...staggered, road("站前路", false, [-20, 300], [-20, 12]));
  expect(place("和平街（站前路至文化大道段）")).toEqual([-10, 6]);
});

it("finds the middle between the middles of two carriageways of which one is longer", () => {
  const place = placer(
    road("建设路", true, [0, -200], [0, 0], [0, 200]),
    road("解放路", true, [1000, -200], [1000, 0], [1000, 200]),
    road("人民大道", true, [-200, 0], [0, 0], [1000, 0], [1200, 0]),
    // Bulges 40 m in its first half.
    road("人民大道", true, [1200, 26], [1000, 26], [150, 26], [110, 66], [50, 66], [0, 26], [-200, 26]),
  );
  const [east, north] = place("人民大道（建设路至解放路段）");
  expect(north).toBe(13);
  expect(east).toBeGreaterThan(470);
  expect(east).toBeLessThan(498);
});

it("counts what lies between a crossing's middle and where the road begins", () => {
  const place = placer(
    road("建设路", false, [0, -200], [0, 200]),
    road("解放路", false, [1000, -200], [1000, 200]),
    road("人民路", false, [30, 0], [1000, 0], [1200, 0]),
  );
  expect(place("人民路（建设路至解放路段）")).toEqual([500, 0]);
});
