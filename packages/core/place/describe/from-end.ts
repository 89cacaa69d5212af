import type { City } from "../city.ts";
import { directionOf, distance, dot, minus, times, walk, type Point } from "../network/index.ts";
import { directions, type Reading } from "../reading.ts";
import { endOf } from "../resolve/index.ts";
import { nameOf, type Candidate } from "./candidate.ts";
import { sideOf } from "./on-road.ts";

/** From a road's end, for one that meets no other near by: 星河路北端南30米. */
export function fromEnds(city: City, at: Point, id: number): Candidate[] {
  const road = city.network.road(id);
  const longest = road.strokes[0];
  if (longest === undefined) return [];
  return [...new Set(directions.map((part) => endOf(road, part)))].flatMap((end): Candidate[] => {
    if (end === undefined) return [];
    const way = end.way === 1 ? -1 : 1;
    let metres = distance(end, at);
    let arrival = walk(end.stroke, end.metres, way, metres);
    for (let step = 0; step < 4; step += 1) {
      metres = Math.max(0, metres + dot(minus(at, arrival), arrival.along));
      arrival = walk(end.stroke, end.metres, way, metres);
    }
    if (arrival.left > 0) return [];
    const opposite = walk(end.stroke, end.metres, way, Infinity);
    const part = directionOf(minus(end, opposite));
    const direction = directionOf(metres < 1 ? times(end.along, -1) : minus(arrival, end));
    const anchor = { kind: "stretch", road: nameOf(road.name), part } as const;
    const reading: Reading = {
      areas: [],
      anchor,
      offset: { direction, metres: Math.round(metres), about: false },
      ...sideOf(city, arrival, at),
    };
    return [{ reading, cost: 100 + metres }];
  });
}
