import type { NameKind } from "./piece.ts";

/** A name that a gazetteer knows, beginning at the place it was asked about. */
export interface KnownName {
  /** In UTF-16 units. */
  readonly length: number;
  readonly kind: Exclude<NameKind, "raw">;
}

/**
 * What a gazetteer tells the parser: the longest of its names that begins at `at` of the folded text (see `fold`: half width,
 * small letters, simplified, as many units as the text). It is asked at places where a name may begin, a bounded number of times
 * for each unit, and must answer in a time that does not grow with the text. A known name wins over the suffix rules, unless
 * these find a longer road of which the known name is only the beginning (和平街 known, 和平街一巷 written).
 */
export type Known = (folded: string, at: number) => KnownName | undefined;
