import type { City } from "../city.ts";
import type { NamedPlace } from "../feature.ts";
import { spell } from "../names/index.ts";
import { distance, meanOf, type Point } from "../network/index.ts";
import type { PolesAnchor } from "../reading.ts";
import { doubted, type Answer } from "./answer.ts";
import { roadsCalled } from "./roads.ts";

/** Poles of two numbers that far apart are not neighbours; a pole lies this near its road; metres. Our own choice. */
const limits = { apart: 600, road: 60 };

/** A pole, or the middle between two. Numbers begin anew on every road, so that without one there may be many. */
export function resolvePoles(city: City, anchor: PolesAnchor): Answer[] {
  const [first, second] = anchor.numbers.map((number) => polesOf(city, anchor, number));
  if (first === undefined || first.length === 0) return [];
  const points = second === undefined ? first.map((at) => ({ at, radius: 5 })) : pairsOf(first, second);
  const about = anchor.numbers.join("–");
  return points.slice(0, 8).map(({ at, radius }) => {
    const answer: Answer = { at, radius, score: 0.95, doubts: [] };
    return points.length === 1 ? answer : doubted(answer, 0.7, { code: "several-places", about });
  });
}

function pairsOf(first: readonly Point[], second: readonly Point[]): { at: Point; radius: number }[] {
  return first
    .flatMap((one) => second.map((other) => ({ one, other, apart: distance(one, other) })))
    .filter(({ apart }) => apart <= limits.apart)
    .sort((a, b) => a.apart - b.apart)
    .map(({ one, other, apart }) => ({ at: meanOf([one, other]), radius: apart / 2 + 5 }));
}

function polesOf(city: City, anchor: PolesAnchor, number: string): Point[] {
  const poles = city.polesNumbered(number);
  const { road } = anchor;
  const kept = road === undefined ? poles : onRoadCalled(city, poles, road.text);
  return (kept.length > 0 ? kept : poles).map((pole) => city.plane.point(pole.at));
}

/** Those on the likeliest road of that name that has any. */
function onRoadCalled(city: City, poles: readonly NamedPlace[], written: string): NamedPlace[] {
  const name = spell(written);
  const said = poles.filter((pole) => pole.road !== undefined && spell(pole.road) === name);
  if (said.length > 0) return said;
  for (const { id } of roadsCalled(city, written)) {
    const road = city.network.road(id);
    const names = [road.name, ...road.aliases].map(spell);
    const on = poles.filter((pole) =>
      pole.road === undefined ? liesOn(city, pole, id) : names.includes(spell(pole.road)),
    );
    if (on.length > 0) return on;
  }
  return [];
}

const liesOn = (city: City, pole: NamedPlace, road: number): boolean =>
  city.network.segments.strokesNear(city.plane.point(pole.at), limits.road, (stroke) => stroke.road === road).length >
  0;
