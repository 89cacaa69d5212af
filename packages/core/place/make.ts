import { cityOf } from "./city.ts";
import { Describer } from "./describe/index.ts";
import type { GazetteerData } from "./feature.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { parse } from "./grammar/index.ts";
import { knownOf } from "./known.ts";
import { finish, type Steps } from "./steps.ts";
import { rank } from "./resolve/index.ts";

/** Answers that are given where nobody says how many. */
const usual = { points: 5, descriptions: 3 };

/** Puts roads and places into the order in which they are asked for, at once. */
export const makeGazetteer = (data: GazetteerData): Gazetteer => finish(gazetteerSteps(data, { ready: false }));

/**
 * As `makeGazetteer`, in steps. `ready`: also what only a miswritten name asks for, so that the first of them does not keep
 * everybody waiting.
 */
export function* gazetteerSteps(data: GazetteerData, { ready }: { readonly ready: boolean }): Steps<Gazetteer> {
  const city = yield* cityOf(data);
  const known = yield* knownOf(city);
  if (ready) {
    for (const names of [city.roadNames, city.placeNames, city.areaNames]) yield* names.ready();
    yield* known.ready();
  }
  const describer = new Describer(city, known.exact);
  return {
    resolve(text, { near, most = usual.points } = {}) {
      return rank(city, parse(text, known.exact), known, near, most);
    },
    describe: (at, { most = usual.descriptions } = {}) => describer.describe(at, most),
    size: {
      roads: city.network.roads.length,
      crossings: city.network.crossings.length,
      places: data.places.length,
      doors: data.doors.length,
    },
  };
}
