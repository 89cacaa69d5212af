import { Type, type Static } from "typebox";
import { Id, Instant, Words } from "./common.ts";

/** A procedure of which something is published. */
export const PublicProcedure = Type.Object({
  id: Type.String(),
  title: Words,
  states: Type.Array(Type.Object({ id: Type.String(), title: Words })),
  /** The fields that anybody may read, in their order. */
  fields: Type.Array(Type.Object({ name: Type.String(), title: Words })),
});
export type PublicProcedure = Static<typeof PublicProcedure>;

/** A case as anybody may read it. */
export const PublicCase = Type.Object({
  no: Type.String(),
  state: Type.Object({ id: Type.String(), title: Words }),
  openedAt: Instant,
  fields: Type.Array(Type.Object({ name: Type.String(), title: Words, value: Words })),
});
export type PublicCase = Static<typeof PublicCase>;

export const PublicQuery = Type.Object(
  {
    procedure: Id,
    /** Words in the title, the place or the number. */
    q: Type.Optional(Type.String({ maxLength: 100 })),
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type PublicQuery = Static<typeof PublicQuery>;

export const PublicPage = Type.Object({ items: Type.Array(PublicCase), next: Type.Optional(Type.String()) });
export type PublicPage = Static<typeof PublicPage>;
