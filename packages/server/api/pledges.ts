import { Type, type Static } from "typebox";
import { Instant, Named } from "./common.ts";

export const Pledge = Type.Union([
  Type.Literal("dragged"),
  Type.Literal("pushed"),
  Type.Literal("dropped"),
  Type.Literal("shirked"),
]);
export type Pledge = Static<typeof Pledge>;

const counts = {
  dragged: Type.Integer(),
  pushed: Type.Integer(),
  dropped: Type.Integer(),
  shirked: Type.Integer(),
};

/** 四个决不, by unit: each figure is the length of the list that `pledge` and `pledgeUnit` ask for. */
export const PledgeBoard = Type.Object({
  asOf: Instant,
  limits: Type.Object({ idleDays: Type.Integer(), heldDays: Type.Integer(), leadDays: Type.Integer() }),
  units: Type.Array(
    Type.Object({
      /** Absent for the centre's own posts. */
      unit: Type.Optional(Named),
      /** Unfinished matters that lie with it. */
      open: Type.Integer(),
      ...counts,
    }),
  ),
  /** Cases, each once, however many units are named for it. */
  total: Type.Object({ open: Type.Integer(), ...counts }),
});
export type PledgeBoard = Static<typeof PledgeBoard>;

export const PledgeQuery = Type.Object(
  { procedure: Type.Optional(Type.String({ maxLength: 64 })) },
  { additionalProperties: false },
);
export type PledgeQuery = Static<typeof PledgeQuery>;
