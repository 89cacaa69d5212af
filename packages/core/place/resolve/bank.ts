import type { City } from "../city.ts";
import { dot, leftOf, plus, times, towards, unit, minus, length } from "../network/index.ts";
import type { BankAnchor, Reading } from "../reading.ts";
import { doubted, nameDoubts, type Answer } from "./answer.ts";
import { placedBy } from "./placed.ts";

/** Half the width of a river or canal of which nothing is known, metres. Our own choice. */
const halfWidth = 15;

/** The middle of a river's course, on that bank: hardly a point, so the radius says. */
export function resolveBank(city: City, reading: Reading, anchor: BankAnchor): Answer[] {
  const exact = city.placeNames.exactly(anchor.water.text);
  const matches =
    exact.length > 0 ? exact : city.placeNames.match(anchor.water.text).filter(({ quality }) => quality > 0.6);
  return matches.flatMap((match) => {
    const place = city.places[match.id];
    if (place === undefined) return [];
    const line = (place.line ?? [place.at]).map((position) => city.plane.point(position));
    const middle = line[Math.floor(line.length / 2)] ?? city.plane.point(place.at);
    const next = line[Math.floor(line.length / 2) + 1] ?? line.at(-1) ?? middle;
    const [first = middle, last = middle] = [line[0], line.at(-1)];
    const course = unit(length(minus(next, middle)) > 0 ? minus(next, middle) : minus(last, first));
    // Left and right are those of who looks downstream, the way maps draw a river's line.
    const left = leftOf(course);
    const wanted =
      anchor.bank === "left" ? left : anchor.bank === "right" ? times(left, -1) : anchor.bank && towards(anchor.bank);
    const at =
      wanted === undefined ? middle : plus(middle, times(left, dot(wanted, left) >= 0 ? halfWidth : -halfWidth));
    const radius = Math.max(60, length(minus(last, first)) / 2);
    const answer: Answer = { at, radius, score: 0.6 * match.quality, doubts: nameDoubts(anchor.water.text, match) };
    return [placedBy(city, doubted(answer, 1, { code: "vague", about: place.name }), reading)];
  });
}
