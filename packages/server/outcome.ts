import type { FieldProblem, Words } from "@xiuhua/core/procedure";

/** Why a change to what a city keeps beside its cases was not made. */
export interface ChangeRefusal {
  readonly code: "invalid-input" | "not-found" | "conflict" | "rule" | "wrong-role";
  readonly message: Words;
  readonly problems?: readonly FieldProblem[];
}

export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: ChangeRefusal };

export const done = <T>(value: T): Outcome<T> => ({ ok: true, value });

export const no = (refusal: ChangeRefusal): Outcome<never> => ({ ok: false, refusal });

/** A field is at fault; `field` is a JSON pointer into the input. */
export const invalid = (field: string, message: Words): Outcome<never> =>
  no({ code: "invalid-input", message, problems: [{ field, message }] });

/** Another row stands in the way, perhaps because of one field. */
export const conflict = (message: Words, field?: string): Outcome<never> =>
  no({ code: "conflict", message, ...(field === undefined ? {} : { problems: [{ field, message }] }) });

export const against = (message: Words): Outcome<never> => no({ code: "rule", message });

export const forbidden = (message: Words): Outcome<never> => no({ code: "wrong-role", message });

export const missing = (message: Words): Outcome<never> => no({ code: "not-found", message });
