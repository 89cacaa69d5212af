import { cityOf } from "./city.ts";
import type { GazetteerData } from "./feature.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { parse } from "./grammar/index.ts";
import { knownOf } from "./known.ts";
import { rank } from "./resolve/index.ts";

/** Answers that are kept where nobody says how many. */
const usual = 5;

/** Puts roads and places into the order in which they are asked for. */
export function makeGazetteer(data: GazetteerData): Gazetteer {
  const city = cityOf(data);
  const known = knownOf(city);
  return {
    resolve(text, { near, most = usual } = {}) {
      const parsed = parse(text, known);
      return { parsed, points: rank(city, parsed, known, near, most) };
    },
    describe: () => [],
    size: {
      roads: city.network.roads.length,
      crossings: city.network.crossings.length,
      places: data.places.length,
      doors: data.doors.length,
    },
  };
}
