import type { Catalogue } from "@xiuhua/core/catalogue";
import type { DuplicateReason } from "../api/index.ts";
import { searchTerms } from "../cases/index.ts";
import { saySpan } from "./span.ts";

/** One side of a comparison. */
export interface Report {
  /** In the catalogue's own code; absent where nobody has said. */
  readonly type: string | undefined;
  readonly text: string | undefined;
  readonly component: string | undefined;
  /** Milliseconds since 1970. */
  readonly at: number;
}

export interface Likeness {
  /** 0 to 1. */
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/**
 * How much each side weighs. Our own choice: two strangers' words about one thing differ more than its place and kind do, and
 * an old case that is still open is about the same thing as long as it is.
 */
const weights = { place: 0.35, kind: 0.3, text: 0.25, time: 0.1 } as const satisfies Record<
  DuplicateReason["factor"],
  number
>;

/** So near that nobody could tell the places apart: what a phone's position is good for. Our own choice. */
const sameSpotMetres = 10;
const day = 24 * 3_600_000;

/**
 * How likely two reports are about the same: a weighted mean of what can be compared. What one of them does not say is left
 * out. Of one component and one type the words do not matter: there is nothing else they could be about.
 */
export function likeness(
  one: Report,
  other: Report,
  metres: number,
  within: { readonly catalogue: Catalogue; readonly radiusMetres: number; readonly days: number },
): Likeness {
  const sameComponent = one.component !== undefined && one.component === other.component;
  const sameType = one.type !== undefined && one.type === other.type;
  const reasons = [
    sameComponent ? sameOne : placeOf(metres, within.radiusMetres),
    kindOf(one.type, other.type, within.catalogue),
    ...(sameComponent && sameType ? [] : [textOf(one.text, other.text)]),
    timeOf(Math.abs(one.at - other.at), within.days),
  ].filter((reason) => reason !== undefined);
  const weight = reasons.reduce((sum, { factor }) => sum + weights[factor], 0);
  const score = reasons.reduce((sum, { factor, score: share }) => sum + weights[factor] * share, 0) / weight;
  return { score: rounded(score), reasons: reasons.map((reason) => ({ ...reason, score: rounded(reason.score) })) };
}

const rounded = (share: number) => Math.round(share * 100) / 100;

const sameOne: DuplicateReason = { factor: "place", score: 1, zh: "同一部件", en: "the same component" };

function placeOf(metres: number, radius: number): DuplicateReason {
  const beyond = Math.max(0, metres - sameSpotMetres) / Math.max(1, radius - sameSpotMetres);
  const about = Math.round(metres);
  return {
    factor: "place",
    score: Math.max(0, 1 - beyond),
    zh: `相距约 ${about} 米`,
    en: `about ${about} m apart`,
  };
}

function kindOf(one: string | undefined, other: string | undefined, catalogue: Catalogue): DuplicateReason | undefined {
  if (one === undefined || other === undefined) return undefined;
  const [type, otherType] = [catalogue.type(one), catalogue.type(other)];
  if (one === other) {
    const name = type?.matter ?? { zh: one, en: one };
    return { factor: "kind", score: 1, zh: `同一类别：${name.zh}`, en: `the same type: ${name.en}` };
  }
  return type && type.classCode === otherType?.classCode
    ? { factor: "kind", score: 0.5, zh: "同一大类，类别不同", en: "the same class, another type" }
    : { factor: "kind", score: 0, zh: "大类不同", en: "another class" };
}

/** Sørensen and Dice: twice what both have, of what they have together. */
function textOf(one: string | undefined, other: string | undefined): DuplicateReason | undefined {
  const [mine, theirs] = [shingles(one ?? ""), shingles(other ?? "")];
  if (mine.size === 0 || theirs.size === 0) return undefined;
  const both = [...mine].filter((shingle) => theirs.has(shingle)).length;
  const score = (2 * both) / (mine.size + theirs.size);
  const percent = Math.round(score * 100);
  return {
    factor: "text",
    score,
    zh: `描述相似 ${percent}%`,
    en: `descriptions ${percent}% alike`,
  };
}

/** Pairs of neighbouring characters, and whole words of letters and digits: search's terms without the single characters. */
export function shingles(text: string): Set<string> {
  return new Set(
    searchTerms(text)
      .split(" ")
      .filter((term) => /^[^\p{Script=Han}]+$|../u.test(term) && term !== ""),
  );
}

function timeOf(apart: number, days: number): DuplicateReason {
  const span = saySpan(apart);
  return {
    factor: "time",
    score: Math.max(0, 1 - Math.max(0, apart - day) / (Math.max(1, days - 1) * day)),
    zh: `上报时间相隔${span.zh}`,
    en: `reported ${span.en} apart`,
  };
}
