import type { Phrase } from "../phrase.ts";
import type { Text } from "../text.ts";
import { areaReadings } from "./area.ts";
import type { Candidate } from "./candidate.ts";
import { doorReading, poleReading } from "./numbered.ts";
import { placeReadings } from "./place.ts";
import { roadReadings } from "./stretch.ts";

export type { Candidate } from "./candidate.ts";

/** Every way to understand a phrase, in no order. */
export function understand(text: Text, phrase: Phrase): Candidate[] {
  const found: Candidate[] = [];
  if (phrase.poles.length > 0) poleReading(text, phrase, found);
  if (phrase.door !== undefined) doorReading(text, phrase, found);
  else if (phrase.roads.length > 0) roadReadings(text, phrase, found);
  placeReadings(text, phrase, found);
  if (phrase.empty) areaReadings(text, phrase, found);
  return found;
}
