import { createContext, use } from "react";

/** What a form's fields may know of the case around them. */
export interface FormAround {
  readonly action: string;
  /** The case's type now: what a criterion belongs to where the form itself asks for no type. */
  readonly type?: string | undefined;
  /** Where the case is: who is responsible depends on it. */
  readonly place?: { readonly lng: number; readonly lat: number } | undefined;
  /** The unit that has the case: its people come first. */
  readonly department?: string | undefined;
  /** The unit that the server proposes. */
  readonly proposed?: string | undefined;
  /** The path of the form's own type field, if it has one. */
  readonly typePath?: readonly string[] | undefined;
}

const Context = createContext<FormAround>({ action: "" });

export const FormAroundProvider = Context.Provider;
export const useFormAround = (): FormAround => use(Context);
