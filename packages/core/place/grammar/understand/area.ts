import type { Phrase, Tail } from "../phrase.ts";
import type { Text } from "../text.ts";
import { areasOf, readingOf, told, type Candidate } from "./candidate.ts";

/** An area's own house bears its name. */
const office = /(?:办|办事处|委会|委员会)$/;

/** Nothing but areas: the last one is what is meant, or the office of that name. */
export function areaReadings(text: Text, phrase: Phrase, found: Candidate[]): void {
  const areas = areasOf(text, phrase);
  const name = areas.pop();
  if (name === undefined) return;
  const { part, ...rest } = phrase.tail;
  const tail: Tail = rest;
  if (part !== undefined && part !== "middle") tail.toward ??= part;
  const used = [phrase.shared, phrase.used];
  const score = 14 + told(tail);
  if (office.test(name.text))
    found.push({ reading: readingOf(areas, { kind: "named", name }, tail), score: score + 1, used });
  found.push({ reading: readingOf(areas, { kind: "area", name }, tail), score, used });
}
