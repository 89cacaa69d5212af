import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeGazetteer, type Position, type RoadLine } from "./index.ts";
import { metresAt, positionAt, realRoads, syntheticTown } from "./testing/index.ts";

/** A point on a named road's line or up to 30 m beside it. */
interface Beside {
  readonly line: number;
  readonly along: number;
  readonly off: number;
}

const beside = fc.record({
  line: fc.nat(5000),
  along: fc.double({ min: 0, max: 1, noNaN: true }),
  off: fc.double({ min: -30, max: 30, noNaN: true }),
});

function pointBeside(roads: readonly RoadLine[], { line, along, off }: Beside): Position {
  const points = roads[line % roads.length]!.line;
  const whole = along * (points.length - 1);
  const index = Math.min(Math.floor(whole), points.length - 2);
  const [[ax, ay], [bx, by]] = [metresAt(points[index]!), metresAt(points[index + 1]!)];
  const size = Math.hypot(bx - ax, by - ay);
  const share = whole - index;
  return positionAt([
    ax + (bx - ax) * share - ((by - ay) / size) * off,
    ay + (by - ay) * share + ((bx - ax) / size) * off,
  ]);
}

function apart(one: Position, other: Position): number {
  const [[ax, ay], [bx, by]] = [metresAt(one), metresAt(other)];
  // The town's figures hold at its latitude; elsewhere a degree of longitude has another length.
  const stretch = Math.cos((one[1] * Math.PI) / 180) / Math.cos((35.2 * Math.PI) / 180);
  return Math.hypot((bx - ax) * stretch, by - ay);
}

/** A point whose description leads more than 15 m away from it, or that has none; null where there is no such point. */
function strayed(roads: readonly RoadLine[], runs: number): unknown {
  const named = roads.filter(({ name }) => name !== "");
  const gazetteer = makeGazetteer({ roads, places: [], doors: [], areas: [] });
  const returns = fc.property(beside, (where) => {
    const point = pointBeside(named, where);
    const [description] = gazetteer.describe(point);
    const [back] = description === undefined ? [] : gazetteer.resolve(description.text).points;
    return back !== undefined && apart(back.at, point) <= 15;
  });
  return fc.check(returns, { numRuns: runs }).counterexample;
}

describe("what is said of a point on or beside a road", () => {
  it("leads back to within 15 m, all over a town of bends, boulevards and roundabouts", () => {
    expect(strayed(syntheticTown(), 400)).toBeNull();
  });

  it.each(["shenzhen-futian", "shenzhen-nanshan"])("leads back on the real roads of %s", async (name) => {
    const roads = await realRoads(name);
    expect(roads === undefined ? null : strayed(roads, 400)).toBeNull();
  });

  it("is what a local would say", () => {
    const gazetteer = makeGazetteer({ roads: syntheticTown(), places: [], doors: [], areas: [] });
    const said = (text: string) => gazetteer.describe(gazetteer.resolve(text).points[0]!.at)[0]?.text;
    for (const text of ["文昌街与和平街交叉口", "和平街与文昌街交叉口东30米路南", "孤山路南端东北100米"])
      expect(said(text)).toBe(text);
  });
});
