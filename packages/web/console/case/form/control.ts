import type { FormField } from "../../../shared/case/index.ts";

/** What each widget is given: `value` and `onChange` come from the form item around it. */
export interface ControlProps {
  readonly field: FormField;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

/** `id` only where there is one: the component library takes no `undefined`. */
export const idOf = ({ id }: ControlProps): { id?: string } => (id === undefined ? {} : { id });

/** Keys by which the form library finds a value: those of lines are numbers. */
export type FieldName = readonly (string | number)[];

export const nameOf = (path: readonly string[]): FieldName =>
  path.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
