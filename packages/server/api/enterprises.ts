import { Type, type Static } from "typebox";
import { Instant, Named } from "./common.ts";

/** How an enterprise's problem was solved against its date (`packages/procedures/enterprise-help/solved-when.ts`). */
export const SolvedWhen = Type.Union([
  Type.Literal("early"),
  Type.Literal("inTime"),
  Type.Literal("late"),
  Type.Literal("open"),
  Type.Literal("merged"),
]);

const counts = {
  total: Type.Integer(),
  early: Type.Integer(),
  inTime: Type.Integer(),
  late: Type.Integer(),
  open: Type.Integer(),
  merged: Type.Integer(),
};
export const SolvedCounts = Type.Object(counts);
export type SolvedCounts = Static<typeof SolvedCounts>;

/** 四心: the mean of each question from 1 to 5, absent while nobody answered it, and how many answered. */
const Marks = Type.Object({
  answered: Type.Integer(),
  easier: Type.Optional(Type.Number()),
  safer: Type.Optional(Type.Number()),
  smoother: Type.Optional(Type.Number()),
  rooted: Type.Optional(Type.Number()),
});

/** The ledger of enterprises' problems: each figure is the length of the list that `solved` asks for. */
export const EnterpriseBoard = Type.Object({
  asOf: Instant,
  total: SolvedCounts,
  /** By lead unit, the largest first; without `unit` what has no lead yet. */
  units: Type.Array(Type.Object({ unit: Type.Optional(Named), ...counts })),
  /** By the month in which it was recorded, `YYYY-MM` in the city, and the instants between which that month lies. */
  months: Type.Array(Type.Object({ month: Type.String(), from: Instant, to: Instant, ...counts })),
  marks: Marks,
});
export type EnterpriseBoard = Static<typeof EnterpriseBoard>;
