import type { ActionForm, Words } from "@xiuhua/server/api";

/** A procedure as `GET /procedures` tells it: what its states and actions are called, and how I may open a case. */
export interface ProcedureInfo {
  readonly id: string;
  readonly title: Words;
  readonly states: Readonly<Record<string, { title: Words; waitsFor?: string; final?: boolean }>>;
  /** `input` is the JSON Schema of what an action takes. */
  readonly actions: Readonly<
    Record<string, { title: Words; input: unknown; evidence: Readonly<Record<string, number>> }>
  >;
  readonly roles: Readonly<Record<string, { title: Words; side?: string }>>;
  readonly clocks: Readonly<Record<string, { title: Words; dated: boolean }>>;
  readonly requests: Readonly<Record<string, { title: Words }>>;
  /** JSON Schema of what a case is about, with the engine's notes on its fields. */
  readonly subject: unknown;
  /** JSON Schema of what was found out and decided since. */
  readonly facts: unknown;
  readonly openings: readonly ActionForm[];
}

/** One of the city's areas: district, sub-district, community. */
export interface Area {
  readonly code: string;
  readonly name: Words;
  readonly level: string;
  readonly parent?: string;
}
