import type { Anchor, Landmark, Name, Reading, Span } from "../reading.ts";
import type { Phrase, PlaceSlot, Tail } from "../phrase.ts";
import type { Piece } from "../piece.ts";
import type { Text } from "../text.ts";

/** A reading, how much speaks for it, and what of the text it used. */
export interface Candidate {
  readonly reading: Reading;
  /** Our own choice: the more exactly a text says where, the better; compared within one text only. */
  readonly score: number;
  readonly used: readonly (readonly Piece[])[];
}

export function nameOf(text: Text, { start, end }: Span): Name {
  return { text: text.written.slice(start, end), span: { start, end } };
}

export function areasOf(text: Text, phrase: Phrase): Name[] {
  return phrase.areas.map((area) => nameOf(text, area));
}

/** What a tail adds to the score of its anchor. */
export function told(tail: Tail): number {
  let score = 0;
  if (tail.offset !== undefined) score += 12;
  if (tail.relation !== undefined) score += 10;
  if (tail.distance !== undefined) score += 8;
  if (tail.toward !== undefined) score += 8;
  if (tail.side !== undefined) score += 5;
  if (tail.corner !== undefined) score += 5;
  return score;
}

export function landmarkOf(text: Text, slot: PlaceSlot | undefined): Landmark | undefined {
  if (slot === undefined) return undefined;
  const name = nameOf(text, slot.name);
  return slot.tail.relation === undefined ? { name } : { name, relation: slot.tail.relation };
}

/** Types whose properties are set one by one; spreading an object for each costs more than the rest of the parse. */
export type Draft<T> = { -readonly [Key in keyof T]: T[Key] };

export function readingOf(areas: readonly Name[], anchor: Anchor, tail: Tail, landmark?: Landmark): Reading {
  const reading: Draft<Reading> = { areas, anchor };
  if (tail.relation !== undefined) reading.relation = tail.relation;
  if (tail.offset !== undefined) reading.offset = tail.offset;
  else if (tail.distance !== undefined) reading.distance = tail.distance;
  if (tail.setback !== undefined) reading.setback = tail.setback;
  if (tail.side !== undefined) reading.side = tail.side;
  if (tail.corner !== undefined) reading.corner = tail.corner;
  if (tail.toward !== undefined) reading.towards = tail.toward;
  if (landmark !== undefined) reading.landmark = landmark;
  return reading;
}
