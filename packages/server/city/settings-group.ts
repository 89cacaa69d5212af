import type { Static, TObject } from "typebox";
import type { FieldProblem, Words } from "@xiuhua/core/procedure";

/** A part of the program that a city sets for itself: a procedure, or another capability. Each setting has its default. */
export interface SettingsGroup<Settings extends TObject = TObject> {
  /** The key under which the city's document has it. */
  readonly id: string;
  readonly title: Words;
  readonly settings: Settings;
  /** What is wrong with settings that their schema lets through. */
  fault?(settings: Static<Settings>): FieldProblem | undefined;
}
