import { describe, expect, it } from "vitest";
import { makeGazetteer, type GazetteerData, type NamedArea, type Position, type RoadLine } from "./index.ts";

const origin: Position = [113.25, 35.24];
/** Metres to degrees at the town's latitude. */
const at = (east: number, north: number): Position => [origin[0] + east / 91_000, origin[1] + north / 110_950];

function road(name: string, ...points: readonly (readonly [number, number])[]): RoadLine {
  return { id: `${name}${points.join()}`, name, aliases: [], line: points.map(([east, north]) => at(east, north)) };
}

const town: GazetteerData = {
  roads: [
    road("和平街", [-600, 0], [0, 0], [600, 0]),
    road("文化巷", [0, -500], [0, 0], [0, 500]),
    { ...road("解放路", [-600, -300], [0, -300], [600, -300]), aliases: ["胜利路"] },
    // Stops at the kerb of the road it leads to.
    road("站前路", [300, 500], [300, 8]),
    road("建设路", [-600, 1500], [600, 1500]),
  ],
  places: [
    { id: "1", name: "方圆酒店", aliases: [], kind: "poi", at: at(200, -315), road: "解放路" },
    { id: "2", name: "宏光农贸市场", aliases: [], kind: "poi", at: at(205, -285), road: "解放路" },
  ],
  doors: [
    { road: "解放路", number: 10, at: at(100, -290) },
    { road: "解放路", number: 14, at: at(140, -290) },
  ],
  areas: [],
};
const gazetteer = makeGazetteer(town);

/** Metres east and north of the town's middle. */
function placed(text: string): readonly [number, number] {
  const point = gazetteer.resolve(text).points[0];
  expect(point, text).toBeDefined();
  const [lng, lat] = point!.at;
  return [Math.round((lng - origin[0]) * 91_000), Math.round((lat - origin[1]) * 110_950)];
}
const doubts = (text: string) => gazetteer.resolve(text).points[0]?.doubts.map(({ code }) => code) ?? [];

describe("a place that is told by a crossing", () => {
  it("lies along the road that leads in the direction, at the said side", () => {
    expect(placed("和平街与文化巷交叉口东30米路南")).toEqual([30, -6]);
    expect(placed("文化巷和和平街路口往北一百二十米路西")).toEqual([-6, 120]);
    expect(doubts("和平街与文化巷交叉口东30米路南")).toEqual([]);
  });

  it("is found in words that the grammar takes apart at a wrong place", () => {
    expect(placed("从文化巷沿和平街向东走145米，路南")).toEqual([145, -6]);
  });

  it("lies at the corner between two roads", () => {
    expect(placed("和平街与文化巷交叉口西南角")).toEqual([-6, -6]);
  });

  it("takes a stem that stops at the kerb for a junction", () => {
    expect(placed("和平街和站前路丁字路口")).toEqual([300, 0]);
  });

  it("says when the second road had to be followed, and when no leg leads there", () => {
    expect(placed("和平街与文化巷交叉口北40米")).toEqual([0, 40]);
    expect(doubts("和平街与站前路交叉口南40米")).toContain("no-leg-in-direction");
    expect(doubts("和平街与文化巷交叉口东700米")).toContain("beyond-road-end");
  });
});

describe("a name that is not written as it is known", () => {
  it("is not the district in front of it, where a road bears the same name", () => {
    expect(placed("焦作市解放区和乎街与文化巷交叉口东30米路南")).toEqual([30, -6]);
  });

  it("is found by another suffix, by ear and with one wrong character, and said to be a guess", () => {
    for (const text of ["和平路与文化巷交叉口", "和瓶街与文化巷交叉口", "和乎街与文化巷交叉口", "和平与文化巷交叉口"]) {
      expect(placed(text), text).toEqual([0, 0]);
      expect(doubts(text), text).toContain("name-guessed");
    }
  });

  it("is no guess when it is an alias", () => {
    expect(placed("胜利路与文化巷交叉口")).toEqual([0, -300]);
    expect(doubts("胜利路与文化巷交叉口")).toEqual([]);
  });

  it("is no answer when nothing is like it, or the roads never meet", () => {
    const score = (text: string) => gazetteer.resolve(text).points[0]?.score ?? 0;
    expect(score("火星大道与银河路交叉口")).toBeLessThan(0.3);
    expect(score("建设路与和平街交叉口")).toBeLessThan(0.3);
    expect(score("今天天气很好")).toBeLessThan(0.3);
  });
});

describe("a wrong or missing area", () => {
  const box = (name: string, west: number, east: number): NamedArea => ({
    code: name,
    name,
    polygons: [[[at(west, -900), at(east, -900), at(east, 900), at(west, 900), at(west, -900)]]],
  });
  const divided = makeGazetteer({ ...town, areas: [box("东城区", 10, 900), box("西城区", -900, 10)] });
  const answer = (text: string) => divided.resolve(text).points[0]!;

  it("does not lead astray, and is told", () => {
    const right = answer("东城区和平街与站前路交叉口");
    const wrong = answer("西城区和平街与站前路交叉口");
    expect(wrong.at).toEqual(right.at);
    expect(right.doubts).toEqual([]);
    expect(wrong.doubts).toEqual([{ code: "wrong-area", about: "西城区" }]);
    expect(wrong.score).toBeLessThan(right.score);
  });

  it("alone is a vague answer", () => {
    const { radiusMetres, doubts: told } = answer("东城区");
    expect(radiusMetres).toBeGreaterThan(500);
    expect(told).toContainEqual({ code: "vague", about: "东城区" });
  });
});

describe("other places", () => {
  it("are found by name, by what is opposite, by house number and between crossings", () => {
    expect(placed("解放路宏光农贸市场对面方圆酒店门口")).toEqual([200, -315]);
    expect(placed("解放路10号")).toEqual([100, -290]);
    expect(placed("解放路12号")).toEqual([120, -290]);
    expect(doubts("解放路12号")).toEqual(["number-interpolated"]);
    expect(placed("和平街（文化巷至站前路段）")).toEqual([150, 0]);
  });
});
