import { cityOf } from "./city.ts";
import { Describer } from "./describe/index.ts";
import type { GazetteerData } from "./feature.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { parse } from "./grammar/index.ts";
import { knownOf } from "./known.ts";
import { rank } from "./resolve/index.ts";

/** Answers that are given where nobody says how many. */
const usual = { points: 5, descriptions: 3 };

/** Puts roads and places into the order in which they are asked for. */
export function makeGazetteer(data: GazetteerData): Gazetteer {
  const city = cityOf(data);
  const known = knownOf(city);
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
