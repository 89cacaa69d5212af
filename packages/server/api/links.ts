import { Type, type Static } from "typebox";
import { ActionForm } from "./cases.ts";
import { Instant, Words } from "./common.ts";
import { EvidenceInput } from "./device.ts";

/** A link by which somebody without an account answers one case, as staff hand it out. */
export const CaseLink = Type.Object({
  /** Path on this server; whoever has it gets in. */
  path: Type.String(),
  until: Instant,
  /** As what they get in. */
  role: Words,
});
export type CaseLink = Static<typeof CaseLink>;

/** What a task needs to be done by somebody who sees nothing else. */
export const GuestTask = Type.Object({
  no: Type.String(),
  procedure: Words,
  role: Words,
  state: Words,
  until: Instant,
  fields: Type.Array(Type.Object({ name: Type.String(), title: Words, value: Words })),
  /** Where it is, for the phone's own map; WGS 84 degrees. */
  place: Type.Optional(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  /** What may be done now. */
  actions: Type.Array(ActionForm),
});
export type GuestTask = Static<typeof GuestTask>;

export const GuestAct = Type.Object(
  { input: Type.Unknown(), evidence: Type.Optional(Type.Array(EvidenceInput, { maxItems: 30 })) },
  { additionalProperties: false },
);
export type GuestAct = Static<typeof GuestAct>;
