import { Type, type Static } from "typebox";
import { CaseSummary } from "./cases.ts";
import { Id, Words } from "./common.ts";

/** What a report is about, before it is reported. */
export const DuplicateQuery = Type.Object(
  {
    lng: Type.Number({ minimum: -180, maximum: 180 }),
    lat: Type.Number({ minimum: -90, maximum: 90 }),
    type: Type.Optional(Type.String({ maxLength: 16 })),
    text: Type.Optional(Type.String({ maxLength: 2000 })),
    component: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type DuplicateQuery = Static<typeof DuplicateQuery>;

/** One side on which the two are compared, in words: 0 is far apart, 1 the same. */
export const DuplicateReason = Type.Object({
  factor: Type.Union([Type.Literal("place"), Type.Literal("kind"), Type.Literal("text"), Type.Literal("time")]),
  score: Type.Number(),
  ...Words.properties,
});
export type DuplicateReason = Static<typeof DuplicateReason>;

/** An unfinished case that may be about the same. */
export const Duplicate = Type.Object({
  case: CaseSummary,
  /** 0 to 1. */
  score: Type.Number(),
  /** So much alike that merging is suggested; it is never done by itself. */
  nearCertain: Type.Boolean(),
  distanceMetres: Type.Number(),
  reasons: Type.Array(DuplicateReason),
  /**
   * The action by which this reader may merge the case that was asked about into this one, with its input begun. Absent
   * where it is not nearly certain, where this reader may not, or where this one is the later of the two.
   */
  merge: Type.Optional(Type.Object({ action: Type.String(), initial: Type.Record(Type.String(), Type.String()) })),
});
export type Duplicate = Static<typeof Duplicate>;

export const Duplicates = Type.Object({ items: Type.Array(Duplicate) });
export type Duplicates = Static<typeof Duplicates>;
