import type { TObject } from "typebox";
import { mayDo, type ActContext } from "./apply.ts";
import { answered, sources, targets } from "./check.ts";
import type { CaseRecord } from "./case.ts";
import type { AnyAction, Procedure, Shape } from "./definition.ts";
import type { Words } from "./words.ts";

/** An action as a form needs it: what it is called, what it takes (JSON Schema), what must be shown. */
export interface ActionForm {
  readonly action: string;
  readonly title: Words;
  readonly weight: "main" | "plain" | "grave";
  /** The role in which the person would do it. */
  readonly role: string;
  readonly input: TObject;
  readonly evidence: Readonly<Record<string, number>>;
  /** The open request that it answers, if it answers one. */
  readonly answers?: string;
}

function form(name: string, definition: AnyAction<Shape>, role: string): ActionForm {
  const request = answered(definition)[0];
  return {
    action: name,
    title: definition.title,
    weight: definition.weight ?? "plain",
    role,
    input: definition.input,
    evidence: definition.evidence ?? {},
    ...(request === undefined ? {} : { answers: request }),
  };
}

/** What these actors (one person in each of their roles) may do with a case now. */
export function available(procedure: Procedure, record: CaseRecord, contexts: readonly ActContext[]): ActionForm[] {
  return Object.entries(procedure.actions).flatMap(([name, definition]) => {
    // Most actions fall out here, before any refusal is worded.
    if (definition.opens || !sources(definition).includes(record.state)) return [];
    const context = contexts.find(
      (one) =>
        one.actor.role !== "system" &&
        definition.by.includes(one.actor.role) &&
        mayDo(procedure, record, definition, one) === undefined,
    );
    return context ? [form(name, definition, context.actor.role)] : [];
  });
}

/** The ways in which these roles may open a case. */
export function openings(procedure: Procedure, roles: readonly string[]): ActionForm[] {
  return Object.entries(procedure.actions).flatMap(([name, definition]) => {
    const role = definition.opens ? definition.by.find((one) => one !== "system" && roles.includes(one)) : undefined;
    return role === undefined ? [] : [form(name, definition, role)];
  });
}

/** When time alone will next act on a case, and how; undefined when it never will. */
export function nextTimed(
  procedure: Procedure,
  record: CaseRecord,
  context: ActContext,
): { action: string; at: number } | undefined {
  let first: { action: string; at: number } | undefined;
  for (const [action, definition] of Object.entries(procedure.actions)) {
    if (definition.opens || !definition.at || !sources(definition).includes(record.state)) continue;
    const at = definition.at({ ...context, case: record, facts: record.facts });
    if (at !== undefined && (first === undefined || at < first.at)) first = { action, at };
  }
  return first;
}

/** The whole procedure as plain data: states, actions with their schemas, roles, clocks. */
export function describe(procedure: Procedure) {
  return {
    id: procedure.id,
    version: procedure.version,
    title: procedure.title,
    subject: procedure.subject,
    facts: procedure.facts,
    settings: procedure.settings,
    confidential: procedure.confidential === true,
    publishes: procedure.publishes ?? [],
    roles: mapValues(procedure.roles, ({ title, side, guest }) => ({ title, side, guest: guest !== undefined })),
    states: mapValues(procedure.states, ({ title, waitsFor, final }) => ({
      title,
      final: final === true,
      ...(waitsFor === undefined ? {} : { waitsFor }),
    })),
    clocks: mapValues(procedure.clocks, (clock) => ({
      title: clock.title,
      basis: clock.basis,
      runsIn: clock.runsIn,
      pausesIn: clock.pausesIn ?? [],
      /** It runs to an instant that somebody set, so its limit is told as that. */
      dated: clock.until !== undefined,
    })),
    requests: mapValues(procedure.requests, ({ title, waitsFor }) => ({ title, waitsFor })),
    actions: mapValues(procedure.actions, (definition) => ({
      title: definition.title,
      opens: definition.opens === true,
      from: sources(definition),
      to: definition.to === "same" ? [] : targets(definition, ""),
      by: definition.by,
      weight: definition.weight ?? "plain",
      input: definition.input,
      evidence: definition.evidence ?? {},
    })),
  };
}

function mapValues<V, R>(values: Readonly<Record<string, V>>, make: (value: V) => R): Record<string, R> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, make(value)]));
}

/** The procedure as a Mermaid state diagram, in one language. */
export function diagram(procedure: Procedure, language: keyof Words): string {
  // Mermaid ends a label at a colon or semicolon.
  const labelOf = (title: Words) => title[language].replaceAll(/\s*[:;]\s*/g, " – ");
  const lines = ["stateDiagram-v2"];
  for (const [name, state] of Object.entries(procedure.states)) lines.push(`  ${name}: ${labelOf(state.title)}`);
  for (const definition of Object.values(procedure.actions)) {
    const label = labelOf(definition.title);
    if (definition.opens) for (const to of targets(definition, "")) lines.push(`  [*] --> ${to}: ${label}`);
    else if (definition.to !== "same")
      for (const from of sources(definition))
        for (const to of targets(definition, from)) lines.push(`  ${from} --> ${to}: ${label}`);
  }
  for (const [name, state] of Object.entries(procedure.states)) if (state.final) lines.push(`  ${name} --> [*]`);
  return `${lines.join("\n")}\n`;
}
