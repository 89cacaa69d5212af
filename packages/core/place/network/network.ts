import type { RoadLine } from "../feature.ts";
import { each, flatMapEach, type Steps } from "../steps.ts";
import { crossingsOf, type Crossing } from "./crossing.ts";
import { linesOf, type Line } from "./line.ts";
import { meetingsOf } from "./meetings.ts";
import { linkOnward } from "./onward.ts";
import type { Plane } from "./plane.ts";
import { roadOf, type Road } from "./road.ts";
import { roundaboutsOf, type Roundabout } from "./roundabout.ts";
import { Segments } from "./segments.ts";
import { stitch } from "./stitch.ts";
import type { Stroke } from "./stroke.ts";

/** A city's named roads as courses that can be walked, and the crossings where they meet. */
export class Network {
  readonly roads: readonly Road[];
  readonly crossings: readonly Crossing[];
  readonly segments: Segments;
  readonly #byPair = new Map<number, Crossing[]>();
  readonly #byRoad = new Map<number, Crossing[]>();

  private constructor(roads: readonly Road[], segments: Segments, crossings: readonly Crossing[]) {
    this.roads = roads;
    this.segments = segments;
    this.crossings = crossings;
  }

  static *of(roadLines: readonly RoadLine[], plane: Plane): Steps<Network> {
    const lines = yield* linesOf(roadLines, plane);
    const roundabouts = yield* roundaboutsOf(lines);
    const inRing = new Set(roundabouts.flatMap((ring) => [...ring.lines]));
    const roads = yield* roadsOf(lines, inRing);
    const strokes = roads.flatMap((road) => road.strokes);
    const segments = yield* Segments.of(strokes);
    yield* linkOnward(strokes, segments);
    const rings = namedRings(roundabouts, roads);
    const crossings = yield* crossingsOf(yield* meetingsOf(strokes, segments, roundabouts, rings));
    const network = new Network(roads, segments, crossings);
    yield* each(crossings, (crossing) => network.#keep(crossing));
    return network;
  }

  #keep(crossing: Crossing): void {
    keep(this.#byPair, this.#pair(...crossing.roads), crossing);
    for (const road of crossing.roads) keep(this.#byRoad, road, crossing);
  }

  /** Where two roads meet; empty where they do not. */
  between(one: number, other: number): readonly Crossing[] {
    return this.#byPair.get(one < other ? this.#pair(one, other) : this.#pair(other, one)) ?? [];
  }

  crossingsOf(road: number): readonly Crossing[] {
    return this.#byRoad.get(road) ?? [];
  }

  road(id: number): Road {
    const road = this.roads[id];
    if (road === undefined) throw new Error(`No road ${id}`);
    return road;
  }

  #pair(low: number, high: number): number {
    return low * this.roads.length + high;
  }
}

function keep<Value>(lists: Map<number, Value[]>, key: number, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** The lines of a ring are no part of a road's course, unless the road is nothing but rings. */
function* roadsOf(lines: readonly Line[], inRing: ReadonlySet<Line>): Steps<Road[]> {
  const byName = new Map<string, Line[]>();
  for (const line of lines) {
    const name = line.source.name.trim();
    if (name === "") continue;
    const list = byName.get(name);
    if (list === undefined) byName.set(name, [line]);
    else list.push(line);
  }
  return yield* flatMapEach([...byName], ([name, all], id) => {
    const course = all.filter((line) => !inRing.has(line));
    // A line that runs on into another road often bears both names: that does not rename the other road.
    const aliases = [...new Set(all.flatMap((line) => line.source.aliases))].filter((alias) => !byName.has(alias));
    return [roadOf(id, name, aliases, stitch(id, course.length === 0 ? all : course))];
  });
}

/** The strokes of the road whose name a ring bears, as far as they lead into it. */
function namedRings(roundabouts: readonly Roundabout[], roads: readonly Road[]): Map<Roundabout, readonly Stroke[]> {
  const byName = new Map(roads.map((road) => [road.name, road]));
  return new Map(
    roundabouts.map((ring) => {
      const names = new Set([...ring.lines].map((line) => line.source.name.trim()));
      const strokes = [...names].flatMap((name) => byName.get(name)?.strokes ?? []);
      const near = strokes.filter((stroke) => stroke.nearest(ring.middle).off < ring.radius * 1.5 + 5);
      return [ring, near];
    }),
  );
}
