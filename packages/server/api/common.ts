import { Type, type Static } from "typebox";

/** A word or sentence in both languages. */
export const Words = Type.Object({ zh: Type.String(), en: Type.String() });
export type Words = Static<typeof Words>;

/** An instant as the API speaks it: ISO 8601, UTC. */
export const Instant = Type.String({ format: "date-time" });

/** A day in the city's zone: YYYY-MM-DD. */
export const Day = Type.String({ format: "date" });

/** RFC 9457. `message` holds the sentence in both languages; `detail` the one of the reader. */
export const Problem = Type.Object({
  type: Type.String({ description: "Stable, e.g. urn:xiuhua:problem:wrong-state" }),
  title: Type.String(),
  status: Type.Integer(),
  detail: Type.Optional(Type.String()),
  instance: Type.Optional(
    Type.String({ description: "Names the request, for the administrator: urn:xiuhua:request:…" }),
  ),
  message: Type.Optional(Words),
  problems: Type.Optional(
    Type.Array(Type.Object({ field: Type.String({ description: "JSON pointer" }), message: Words })),
  ),
});
export type Problem = Static<typeof Problem>;

export const Id = Type.String({ minLength: 1, maxLength: 64 });
export const Named = Type.Object({ id: Type.String(), name: Words });
export type Named = Static<typeof Named>;
