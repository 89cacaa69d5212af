import type { City } from "../city.ts";
import type { Position } from "../feature.ts";
import type { Description } from "../gazetteer.ts";
import { parse, type Known } from "../grammar/index.ts";
import { distance, type Crossing, type Point } from "../network/index.ts";
import type { Reading } from "../reading.ts";
import { atCrossing, resolveReading } from "../resolve/index.ts";
import { atPlaces, fromPlaces } from "./at-place.ts";
import { written, type Candidate } from "./candidate.ts";
import { fromEnds } from "./from-end.ts";
import { fromCrossing, startsOn, type Start } from "./on-road.ts";

/**
 * Metres, our own choices. A description must lead back to within `back`. Roads and crossings are looked for in rings:
 * most points have both near by.
 */
const back = 15;
const rings = [
  { road: 60, crossing: 500 },
  { road: 400, crossing: 6000 },
];
/** Roads beside a point that are asked. */
const roads = 4;

/** What a local would say of points: only what leads back to them, unless nothing does. */
export class Describer {
  readonly #city: City;
  readonly #known: Known;
  /** Crossings by whether the grammar gives their names back as they are. */
  readonly #readable = new Map<string, boolean>();

  constructor(city: City, known: Known) {
    this.#city = city;
    this.#known = known;
  }

  describe(position: Position, most: number): Description[] {
    const city = this.#city;
    const at = city.plane.point(position);
    const found = this.#leadingBack(at, atPlaces(city, at), most);
    for (const ring of rings) {
      if (found.length > 0) break;
      found.push(...this.#byRoads(at, ring.road, ring.crossing, most));
    }
    if (found.length > 0) return found;
    const wide = rings.at(-1) ?? { road: 0, crossing: 0 };
    const straight = this.#leadingBack(at, fromPlaces(city, at), most);
    return straight.length > 0 ? straight : this.#nearest(at, wide.road, wide.crossing);
  }

  /** The best of what does not lead back: how far it leads astray is told. */
  #nearest(at: Point, within: number, farthest: number): Description[] {
    let best: { reading: Reading; off: number } | undefined;
    for (const start of this.#starts(at, within, farthest))
      for (const { reading, from } of fromCrossing(this.#city, at, start)) {
        const point = from && this.#pointFrom(reading, from.crossing, from.road);
        const off = point === undefined ? Infinity : distance(point, at);
        if (off < (best?.off ?? farthest)) best = { reading, off };
      }
    return best === undefined ? [] : [said(best.reading, best.off)];
  }

  #byRoads(at: Point, within: number, farthest: number, most: number): Description[] {
    const found: Description[] = [];
    for (const start of this.#starts(at, within, farthest)) {
      if (found.length >= most) return found;
      const candidates = fromCrossing(this.#city, at, start).sort((a, b) => a.cost - b.cost);
      found.push(...this.#leadingBack(at, candidates, 1));
    }
    if (found.length > 0) return found;
    const ends = this.#roadsNear(at, within).flatMap(({ road }) => fromEnds(this.#city, at, road));
    return this.#leadingBack(
      at,
      ends.sort((a, b) => a.cost - b.cost),
      most,
    );
  }

  /** Crossings of the roads beside a point, from which one would rather tell it first. */
  #starts(at: Point, within: number, farthest: number): Start[] {
    return this.#roadsNear(at, within)
      .flatMap(({ road, off }) => startsOn(this.#city, at, road, off, farthest))
      .sort((a, b) => a.cost - b.cost);
  }

  #roadsNear(at: Point, within: number): { road: number; off: number }[] {
    const near: { road: number; off: number }[] = [];
    for (const { stroke, off } of this.#city.network.segments.strokesNear(at, within)) {
      if (near.some(({ road }) => road === stroke.road)) continue;
      near.push({ road: stroke.road, off });
      if (near.length >= roads) break;
    }
    return near;
  }

  #leadingBack(at: Point, candidates: readonly Candidate[], most: number): Description[] {
    const found: Description[] = [];
    for (const { reading, from } of candidates) {
      if (found.length >= most) break;
      const point = from === undefined ? this.#pointOf(reading) : this.#pointFrom(reading, from.crossing, from.road);
      if (point === undefined) continue;
      const off = distance(point, at);
      // A metre less than promised: offsets are rounded, and the plane is flat.
      if (off > back - 1) continue;
      const description = said(reading, off);
      if (!found.some(({ text }) => text === description.text)) found.push(description);
    }
    return found;
  }

  /** Where a reading leads: its best point. */
  #pointOf(reading: Reading): Point | undefined {
    let best: { at: Point; score: number } | undefined;
    for (const answer of resolveReading(this.#city, reading))
      if (best === undefined || answer.score > best.score) best = answer;
    return best?.at;
  }

  /** The same, without asking for the names where only one crossing can be meant. */
  #pointFrom(reading: Reading, crossing: Crossing, road: number): Point | undefined {
    if (!this.#isReadable(reading)) return undefined;
    const alone = this.#city.network.between(...crossing.roads).length === 1;
    return alone ? atCrossing(this.#city, reading, crossing, road) : this.#pointOf(reading);
  }

  #isReadable({ anchor }: Reading): boolean {
    if (anchor.kind !== "crossing") return true;
    const names = anchor.roads.map(({ text }) => text);
    const key = names.join("|");
    const known = this.#readable.get(key);
    if (known !== undefined) return known;
    const sample: Reading = {
      areas: [],
      anchor,
      offset: { direction: "east", metres: 30, about: false },
      side: "south",
    };
    const [first] = parse(written(sample).text, this.#known).readings;
    const read = first?.reading.anchor;
    const readable = read?.kind === "crossing" && read.roads.map(({ text }) => text).join("|") === key;
    this.#readable.set(key, readable);
    return readable;
  }
}

const said = (reading: Reading, off: number): Description => ({
  ...written(reading),
  offMetres: Math.round(off * 10) / 10,
});
