import type { Words } from "@xiuhua/core/procedure";

/** One row of the file, by column name; or a row so broken that it has no columns. */
export type SourceRow =
  | { readonly line: number; readonly values: Readonly<Record<string, string>> }
  | { readonly line: number; readonly broken: Words };

/** A row that does not become a case, and why. */
export interface Reject {
  /** Line of the file where the row begins, from 1. */
  readonly line: number;
  /** Its number in the source system; empty where it has none. */
  readonly id: string;
  /** Column or field at fault. */
  readonly field: string;
  readonly reason: Words;
}
