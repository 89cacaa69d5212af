import type { Gazetteer } from "../../../packages/core/place/index.ts";
import { quantile, round } from "../figures.ts";
import type { Told } from "./forms.ts";
import { apart, type Truth } from "./truth.ts";

/** How well a list of descriptions was placed, by the first answer to each. */
export interface Measured {
  readonly count: number;
  /** Shares of all: within 20 m; of those with a score of an answer (0.3 or more), inside the radius that was told. */
  readonly within: number;
  readonly inRadius: number;
  /** Metres. */
  readonly median: number;
  readonly p95: number;
}

export interface Miss {
  readonly text: string;
  readonly metres: number;
}

/** Nearer than this is found. */
const found = 20;
const answer = 0.3;

export function measure(gazetteer: Gazetteer, truth: Truth, list: readonly Told[]): Measured & { misses: Miss[] } {
  const errors: number[] = [];
  const misses: Miss[] = [];
  let [answers, covered] = [0, 0];
  for (const { text, at } of list) {
    const [point] = gazetteer.resolve(text).points;
    const metres = point === undefined ? Infinity : apart(truth.vector(point.at), truth.vector(at));
    errors.push(metres);
    if (!(metres <= found)) misses.push({ text, metres });
    if (point === undefined || point.score < answer) continue;
    answers += 1;
    if (metres <= point.radiusMetres) covered += 1;
  }
  const within = errors.filter((metres) => metres <= found).length / errors.length;
  return {
    count: list.length,
    within: round(within, 4),
    inRadius: round(covered / answers, 3),
    median: round(quantile(errors, 0.5), 1),
    p95: round(quantile(errors, 0.95), 1),
    misses: misses.sort((a, b) => b.metres - a.metres),
  };
}
