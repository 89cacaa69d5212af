import type { Parsed } from "../reading.ts";
import { cut } from "./cut.ts";
import { gather } from "./gather.ts";
import type { Known } from "./known.ts";
import { leftoverOf } from "./leftover.ts";
import { Text } from "./text.ts";
import { understand, type Candidate } from "./understand/index.ts";

/** More ways to understand one text help nobody; our own choice. */
const mostReadings = 5;

/** Understands a description of a place. Total: any text is answered, in time linear in its length. */
export function parse(written: string, known?: Known): Parsed {
  return measured(written, known).parsed;
}

/** As `parse`, with the number of look-ups it took. */
export function measured(written: string, known?: Known): { readonly parsed: Parsed; readonly steps: number } {
  const text = new Text(written);
  const pieces = cut(text, known);
  let best: Candidate[] = [];
  for (const phrase of gather(text, pieces)) {
    best.push(...understand(text, phrase));
    if (best.length > 4 * mostReadings) best = ranked(best);
  }
  const readings = ranked(best).map(({ reading, used }) => ({
    reading,
    leftover: leftoverOf(text, pieces, used),
  }));
  return { parsed: { text: written, readings }, steps: text.steps };
}

function ranked(candidates: readonly Candidate[]): Candidate[] {
  return candidates.toSorted((a, b) => b.score - a.score).slice(0, mostReadings);
}
