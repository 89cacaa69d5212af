import type { FormField } from "../../case/index.ts";
import type { Point } from "../../map/index.ts";

/** What a form's fields may know of the case around them. */
export interface Around {
  readonly action: string;
  /** What a criterion belongs to where the form itself asks for no type. */
  readonly type?: string | undefined;
  readonly place?: Point | undefined;
  /** The unit that has the case: its people come first. */
  readonly department?: string | undefined;
}

/** What each widget is given. */
export interface ControlProps {
  readonly field: FormField;
  /** What the field is called. */
  readonly label: string;
  /** The id by which the label points at it. */
  readonly id: string;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly around: Around;
}
