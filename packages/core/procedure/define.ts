import { Type, type TObject } from "typebox";
import { checkProcedure } from "./check.ts";
import { withWitnesses } from "./witness.ts";
import type { ActionDefinition, AnyAction, OpeningDefinition, Procedure, ProcedureBase, Shape } from "./definition.ts";

/** Types an action's callbacks from its own `input`; hands the definition back unchanged. */
export interface ActionMaker<P extends Shape> {
  <Input extends TObject>(definition: ActionDefinition<P, Input>): AnyAction<P>;
  <Input extends TObject>(definition: OpeningDefinition<P, Input>): AnyAction<P>;
}

/** A procedure that still wants its actions. */
export interface ProcedureStart<P extends Shape> {
  actions<Action extends string>(
    make: (action: ActionMaker<P>) => Readonly<Record<Action, AnyAction<P>>>,
  ): Procedure<P, Action>;
}

/** The literal types that a procedure named: actions kept in files of their own are typed by them. */
export type ShapeOf<Start> = Start extends ProcedureStart<infer P> ? P : never;

/**
 * Begins a procedure: its roles, fields, states and clocks. The actions follow, so that
 * each can be typed by what was named here.
 *
 * @example
 * export const lostProperty = procedure({ id: "lost-property", version: 1, … }).actions((action) => ({
 *   register: action({ from: "found", to: "kept", by: ["keeper"], title: …, input: Type.Object({}) }),
 * }));
 *
 * @throws when the procedure is bad (a dead end, a state nobody reaches, a missing title): such a
 * procedure does not load, and the message names the state or action at fault.
 */
export function procedure<
  Subject extends TObject,
  Facts extends TObject,
  Settings extends TObject,
  const State extends string,
  const Role extends string,
  const Clock extends string,
  const Request extends string,
>(
  // The names are inferred where they are declared; everywhere else they must be among those.
  base: ProcedureBase<{
    subject: NoInfer<Subject>;
    facts: NoInfer<Facts>;
    settings: NoInfer<Settings>;
    state: NoInfer<State>;
    role: NoInfer<Role>;
    clock: NoInfer<Clock>;
    request: NoInfer<Request>;
  }> & {
    subject: Subject;
    facts: Facts;
    settings: Settings;
    states: Readonly<Record<State, unknown>>;
    roles: Readonly<Record<Role, unknown>>;
    clocks: Readonly<Record<Clock, unknown>>;
    requests: Readonly<Record<Request, unknown>>;
  },
): ProcedureStart<{
  subject: Subject;
  facts: Facts;
  settings: Settings;
  state: State;
  role: Role;
  clock: Clock;
  request: Request;
}> {
  return {
    actions(make) {
      const defined = { ...base, actions: make((definition) => ({ ...definition, ...asking(definition) })) };
      const problems = checkProcedure(defined);
      if (problems.length > 0) throw new Error(`Procedure ${base.id} does not load:\n- ${problems.join("\n- ")}`);
      return Object.freeze(defined);
    },
  };
}

/** Whoever must stand by is asked for in the form. */
function asking({ witnesses, input }: { readonly witnesses?: number; readonly input: TObject }) {
  return witnesses === undefined ? {} : { input: withWitnesses(input, witnesses) };
}

/** An action that needs no words of its own. */
export const noInput = Type.Object({}, { additionalProperties: false });
