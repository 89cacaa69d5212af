import type { Doubt } from "../gazetteer.ts";
import type { Match } from "../names/index.ts";
import type { Point } from "../network/index.ts";

/** A point that a reading may mean, before it is compared with the others. */
export interface Answer {
  readonly at: Point;
  readonly radius: number;
  readonly score: number;
  readonly doubts: readonly Doubt[];
}

/** The same, trusted less for a reason. */
export function doubted(answer: Answer, factor: number, doubt: Doubt, wider = 1): Answer {
  return {
    ...answer,
    score: answer.score * factor,
    radius: answer.radius * wider,
    doubts: [...answer.doubts, doubt],
  };
}

/** What to say of a name that was not taken as written. */
export function nameDoubts(written: string, match: Match): Doubt[] {
  if (match.likeness === "name" || match.likeness === "alias") return [];
  return [{ code: "name-guessed", about: written, instead: match.name }];
}
