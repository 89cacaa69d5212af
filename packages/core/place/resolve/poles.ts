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
  const ofNumber = city.poles.filter((pole) => [pole.name, ...pole.aliases].some((name) => isNumbered(name, number)));
  const exact = ofNumber.filter((pole) => digitsOf(pole.name) === number);
  const poles = exact.length > 0 ? exact : ofNumber;
  const { road } = anchor;
  const kept = road === undefined ? poles : poles.filter((pole) => isOn(city, pole, road.text));
  return (kept.length > 0 ? kept : poles).map((pole) => city.plane.point(pole.at));
}

const digitsOf = (name: string): string => /\d+(?=\D*$)/.exec(spell(name))?.[0] ?? spell(name);

/** 023 and 23 are one number where nobody has both. */
const isNumbered = (name: string, number: string): boolean => {
  const [one, other] = [digitsOf(name), spell(number)];
  return one === other || (/^\d+$/.test(one) && /^\d+$/.test(other) && Number(one) === Number(other));
};

function isOn(city: City, pole: NamedPlace, road: string): boolean {
  if (pole.road !== undefined) return spell(pole.road) === spell(road);
  const ids = new Set(roadsCalled(city, road).map(({ id }) => id));
  const at = city.plane.point(pole.at);
  return city.network.segments.strokesNear(at, limits.road, (stroke) => ids.has(stroke.road)).length > 0;
}
