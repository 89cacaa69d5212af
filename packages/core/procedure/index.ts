export * from "./words.ts";
export * from "./refusal.ts";
export { note, choice, parse, type Audience, type FieldNotes, type Parsed, type Widget } from "./field.ts";
export * from "./case.ts";
export type { Effect, Relation } from "./effect.ts";
export { erased } from "./erase.ts";
export type { Reference } from "./reference.ts";
export type {
  ActionDefinition,
  ActView,
  AnyAction,
  CaseIndex,
  CaseOf,
  OpenView,
  Procedure,
  ProcedureBase,
  Shape,
  View,
} from "./definition.ts";
export { missingEvidence } from "./denials.ts";
export { noInput, procedure, type ActionMaker, type ProcedureStart, type ShapeOf } from "./define.ts";
export { checkProcedure, sources, targets, wordsOf } from "./check.ts";
export { colour, isLate, warnShare, type Colour } from "./clocks.ts";
export { apply, isInvited, mayDo, open, type ActContext, type Applied } from "./apply.ts";
export {
  publishedOf,
  readsAll,
  readsDevice,
  redactEvent,
  redactRecord,
  redactTurns,
  type ReadableActor,
  type ReadableEvent,
  type ReadableRecord,
  type ReadableRequest,
  type Reader,
} from "./audience.ts";
export { advance, replay } from "./replay.ts";
export { holdsTurn, jointUnits, turnsOf } from "./turn.ts";
export { available, describe, diagram, nextTimed, openings, type ActionForm } from "./describe.ts";
