import type { City } from "../city.ts";
import { dot, distance, minus, walk, type Arrival, type Point, type Stroke } from "../network/index.ts";

/** A way along a road from one crossing to another. */
interface Way {
  readonly stroke: Stroke;
  readonly start: number;
  readonly way: 1 | -1;
  /** From crossing to crossing, and how much of it lies before the stroke is reached; metres. */
  readonly length: number;
  readonly lead: number;
  /** The length, and how far its ends lie off the crossings. */
  readonly cost: number;
}

/**
 * Metres: how far off a crossing its road may lie, on the other side of a wide square; nearer than this a walk has come to the
 * other crossing; and how far apart the same share of two carriageways may lie. Our own choice.
 */
const limits = { off: 90, there: 45, abreast: 60 };

/**
 * So great a share of the way from one crossing to another. The carriageways of one road are seldom equally long: between the
 * shares of all that lead the shortest way.
 */
export function shareOfWay(
  city: City,
  road: number,
  from: Point,
  to: Point,
  share: number,
): { readonly arrival: Arrival; readonly length: number } | undefined {
  const ways = waysBetween(city, road, from, to).toSorted((a, b) => a.cost - b.cost);
  const [best] = ways;
  if (best === undefined) return undefined;
  const main = arrivalOn(best, share);
  const offs = ways
    .map((way) => minus(arrivalOn(way, share), main))
    .filter((off) => Math.hypot(off.x, off.y) <= limits.abreast)
    .map((off) => dot(off, main.along));
  const ahead = (Math.min(...offs) + Math.max(...offs)) / 2;
  const arrival = ahead === 0 ? main : walk(best.stroke, best.start, best.way, best.length * share - best.lead + ahead);
  return { arrival, length: best.length };
}

function arrivalOn({ stroke, start, way, length, lead }: Way, share: number): Arrival {
  return walk(stroke, start, way, Math.max(0, length * share - lead));
}

/** Along one stroke of the road where one passes both; otherwise walked from one crossing until the other is passed. */
function waysBetween(city: City, road: number, from: Point, to: Point): Way[] {
  const straight = distance(from, to);
  const ways: Way[] = [];
  for (const { stroke, metres, off } of city.network.segments.strokesNear(
    from,
    limits.off,
    (one) => one.road === road,
  )) {
    const start = stroke.place(metres);
    const leadOf = (way: 1 | -1) => Math.max(0, dot(minus(start, from), walk(stroke, metres, way, 0).along));
    const end = stroke.nearest(to);
    if (end.off < limits.off) {
      const way = end.metres > metres ? 1 : -1;
      const along = Math.abs(end.metres - metres);
      const last = walk(stroke, metres, way, along);
      const lead = leadOf(way);
      const length = lead + along + Math.max(0, dot(minus(to, last), last.along));
      // A road that is set off at the crossing ends there, and does not lead to the other one.
      if (length > straight * 0.6)
        ways.push({ stroke, start: metres, way, lead, length, cost: length + off + end.off });
      // A detour: the other end lies on the other carriageway of a road that turns back at its end.
      if (along <= straight * 1.3 + 50) continue;
    }
    for (const way of [1, -1] as const)
      for (let along = straight * 0.9; along < straight * 2 + 200; along += 25) {
        const here = walk(stroke, metres, way, along);
        if (here.left > 0) break;
        const missed = distance(here, to);
        if (missed >= limits.there) continue;
        const lead = leadOf(way);
        const length = lead + along + dot(minus(to, here), here.along);
        ways.push({ stroke, start: metres, way, lead, length, cost: length + off + missed });
        break;
      }
  }
  return ways;
}
