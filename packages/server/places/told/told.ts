import { format, type Gazetteer, type Parsed, type Position, type Reading } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import { doubtWords } from "./doubt-words.ts";

/** One place a text may mean, in words and figures. */
export interface ToldPoint {
  /** WGS 84. */
  readonly at: Position;
  readonly radiusMetres: number;
  /** 0 to 1. */
  readonly score: number;
  /** What the text was understood as, written in full. */
  readonly reading: string;
  readonly doubts: readonly Words[];
}

export interface ToldResolution {
  /** Best first. */
  readonly points: readonly ToldPoint[];
  /** The reading behind the best point; without one, the best there is. */
  readonly parsed: Reading | null;
  /** Pieces of the text that took no part in that reading. */
  readonly leftover: readonly string[];
}

/** Resolves a text and says what came of it, as the API and the command line hand it out. */
export function tellResolution(gazetteer: Gazetteer, text: string, near?: Position): ToldResolution {
  const { parsed, points } = gazetteer.resolve(text, near === undefined ? {} : { near });
  const best = understood(parsed, points[0]?.reading);
  return {
    points: points.map(({ at: [lng, lat], radiusMetres, score, reading, doubts }) => ({
      at: [rounded(lng, 7), rounded(lat, 7)],
      radiusMetres: rounded(radiusMetres, 1),
      score: rounded(score, 3),
      reading: format(reading),
      doubts: doubts.map(doubtWords),
    })),
    parsed: best?.reading ?? null,
    leftover: best ? best.leftover.map((piece) => piece.text) : text.trim() === "" ? [] : [text],
  };
}

function understood({ readings }: Parsed, reading: Reading | undefined) {
  return readings.find((one) => one.reading === reading) ?? readings[0];
}

/** A centimetre is seven decimals of a degree. */
export const rounded = (value: number, decimals: number): number => Number(value.toFixed(decimals));
