import { describe, expect, it } from "vitest";
import { finish } from "../steps.ts";
import { syntheticTown } from "../testing/index.ts";
import { Network, planeAround, profileAt, walk } from "./index.ts";

const roads = syntheticTown();
const network = finish(Network.of(roads, finish(planeAround(roads.flatMap(({ line }) => line)))));
const id = (name: string) => network.roads.findIndex((road) => road.name === name);
const meetings = (one: string, other: string) => network.between(id(one), id(other));

describe("a network of roads", () => {
  it("folds the four points of two boulevards into one crossing at their middle", () => {
    const [crossing, ...others] = meetings("建国大道", "迎宾大道");
    expect(others).toEqual([]);
    expect(crossing?.reach).toBeCloseTo(Math.hypot(13, 13), 0);
  });

  it("keeps two meetings of one pair apart", () => {
    expect(meetings("解放路", "月牙巷")).toHaveLength(2);
  });

  it("lets all roads into a roundabout meet at its middle", () => {
    const [north] = meetings("中心北路", "中心东路");
    const [south] = meetings("中心南路", "中心西路");
    expect(north?.at.x).toBeCloseTo(south?.at.x ?? NaN, 1);
    expect(north?.at.y).toBeCloseTo(south?.at.y ?? NaN, 1);
  });

  it("takes a stem that stops at the kerb for a junction, and an overpass for an unsure one", () => {
    expect(meetings("小河巷", "和平街")[0]?.sure).toBeGreaterThan(0.9);
    expect(meetings("环城高架", "康宁路")[0]?.sure).toBeLessThan(0.9);
  });

  it("finds none where roads are far apart", () => {
    expect(meetings("孤山路", "和平街")).toEqual([]);
  });

  it("knows the kerbs of both carriageways from either of them", () => {
    for (const stroke of network.road(id("建国大道")).strokes) {
      const on = walk(stroke, stroke.length / 2 + 100, 1, 0);
      const { leftKerb, rightKerb } = profileAt(on, on.along, stroke, network.segments);
      expect(leftKerb - rightKerb).toBeCloseTo(26 + 12, -1);
    }
  });
});
