/** 权责规则: who gets what. Absent parts mean any. */
export interface Rule {
  readonly id: string;
  /** 权属单位代码 of a component. */
  readonly owner?: string;
  /** Code of a type, or of a class, in the catalogue. */
  readonly type?: string;
  /** Code of a district, sub-district or community (6, 9, 12 digits). */
  readonly area?: string;
  readonly unit: string;
  /** First and last day it counts, `YYYY-MM-DD`. */
  readonly validFrom?: string;
  readonly validTo?: string;
  readonly note?: string;
}

interface Scope {
  readonly owner?: string | undefined;
  readonly type?: string | undefined;
  readonly area?: string | undefined;
}

/** What a rule is about. Two rules about the same, in force on the same day, would contradict each other. */
export function scopeOf({ owner, type, area }: Scope): string {
  return `${owner ?? ""}|${type ?? ""}|${area ?? ""}`;
}

/** Which rule of a file is which of those there are: what it is about, and since when. */
export const identityOf = (rule: Omit<Rule, "id" | "unit">): string => `${scopeOf(rule)}|${rule.validFrom ?? ""}`;

export function isSame(one: Rule, other: Rule): boolean {
  return (
    identityOf(one) === identityOf(other) &&
    one.unit === other.unit &&
    one.validTo === other.validTo &&
    one.note === other.note
  );
}

export function inForce({ validFrom, validTo }: Pick<Rule, "validFrom" | "validTo">, on: string): boolean {
  return (validFrom === undefined || validFrom <= on) && (validTo === undefined || on <= validTo);
}

/** Whether there is a day on which both count. */
export function overlap(one: Pick<Rule, "validFrom" | "validTo">, other: Pick<Rule, "validFrom" | "validTo">): boolean {
  const before = (end: string | undefined, begin: string | undefined) =>
    end !== undefined && begin !== undefined && end < begin;
  return !before(one.validTo, other.validFrom) && !before(other.validTo, one.validFrom);
}

/** Rules by what they are about, so that a question looks at a few dozen scopes and not at every rule. */
export type RuleBook = ReadonlyMap<string, readonly Rule[]>;

export function bookOf(rules: readonly Rule[]): RuleBook {
  const book = new Map<string, Rule[]>();
  for (const rule of rules) {
    const scope = scopeOf(rule);
    book.set(scope, [...(book.get(scope) ?? []), rule]);
  }
  return book;
}
