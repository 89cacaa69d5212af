import { Type, type Static } from "typebox";
import { Words } from "./common.ts";

export const Criterion = Type.Object({
  id: Type.String(),
  when: Words,
  done: Words,
  limit: Type.Object({ value: Type.Number(), unit: Type.String() }),
});
export type Criterion = Static<typeof Criterion>;

export const CatalogueType = Type.Object({
  code: Type.String(),
  code2013: Type.Optional(Type.String()),
  kind: Type.Union([Type.Literal("component"), Type.Literal("event")]),
  classCode: Type.String(),
  name: Words,
  criteria: Type.Array(Criterion),
  /** Units that could be responsible, best first, for the place given in the question. */
  departments: Type.Array(Type.String()),
});
export type CatalogueType = Static<typeof CatalogueType>;

export const CatalogueClass = Type.Object({
  kind: Type.Union([Type.Literal("component"), Type.Literal("event")]),
  code: Type.String(),
  name: Words,
});
export type CatalogueClass = Static<typeof CatalogueClass>;
