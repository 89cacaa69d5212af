import type { Words } from "./words.ts";

/**
 * Every reason for which the engine says no. Stable: clients switch on it, the
 * problem answer's `type` is made from it.
 */
export type RefusalCode =
  | "unknown-action" // the procedure has no such action
  | "wrong-state" // the case is not where this action starts
  | "wrong-role" // no role of the person may do this
  | "not-your-turn" // the role may, but the case lies with another unit or person
  | "invalid-input" // a field is missing or wrong; `problems` names each
  | "missing-evidence" // too few photos of a kind
  | "request-pending" // the same thing was asked already and not answered
  | "no-request" // an answer to what nobody asked
  | "rule"; // a rule of the procedure forbids it; the sentence says which

/** One field at fault, as a JSON pointer into the input. */
export interface FieldProblem {
  readonly field: string;
  readonly message: Words;
}

/** A typed no. The sentence is for the person and says the way out. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly message: Words;
  readonly problems?: readonly FieldProblem[];
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export const accepted = <T>(value: T): Result<T> => ({ ok: true, value });

export const refused = (refusal: Refusal): Result<never> => ({ ok: false, refusal });

/** A refusal by a rule of the procedure; `field` points at the input at fault, if one is. */
export function rule(message: Words, field?: string): Refusal {
  return field === undefined ? { code: "rule", message } : { code: "rule", message, problems: [{ field, message }] };
}
