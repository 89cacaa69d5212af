import { Type, type Static } from "typebox";
import { Instant } from "./common.ts";

/** A stored file: its content's SHA-256 is its address. */
export const EvidenceFile = Type.Object({
  hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  /** From the photo's EXIF, where it has it. */
  takenAt: Type.Optional(Instant),
  takenPlace: Type.Optional(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  uploadedAt: Instant,
});
export type EvidenceFile = Static<typeof EvidenceFile>;

export const EvidenceReference = Type.Object(
  {
    hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
    kind: Type.Union([
      Type.Literal("near"),
      Type.Literal("far"),
      Type.Literal("reference"),
      Type.Literal("before"),
      Type.Literal("after"),
      Type.Literal("check"),
      Type.Literal("audio"),
      Type.Literal("document"),
    ]),
  },
  { additionalProperties: false },
);
export type EvidenceReference = Static<typeof EvidenceReference>;
