import type { FormField } from "./field-model.ts";

/** What each widget is given: `value` and `onChange` come from the form item around it. */
export interface ControlProps {
  readonly field: FormField;
  readonly id?: string;
  readonly value?: unknown;
  readonly onChange?: (value: unknown) => void;
}

export const asText = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
export const asNumber = (value: unknown): number | undefined => (typeof value === "number" ? value : undefined);
export const asTexts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

/** `id` only where there is one: the component library takes no `undefined`. */
export const idOf = ({ id }: ControlProps): { id?: string } => (id === undefined ? {} : { id });
