import { Type, type Static } from "typebox";

/** What the load generator is told to do, and what it tells of it. */
export const Job = Type.Object({
  url: Type.String(),
  token: Type.String(),
  kind: Type.Union([Type.Literal("open"), Type.Literal("accept")]),
  /** Connections at once, each with one request under way. */
  clients: Type.Integer(),
  /** Seconds before counting begins, and of counting. */
  warmUp: Type.Number(),
  seconds: Type.Number(),
  /** The cases to act on, each once. */
  nos: Type.Array(Type.String()),
  /** Makes this run's idempotency keys its own. */
  run: Type.String(),
});
export type Job = Static<typeof Job>;

export const Load = Type.Object({
  /** Requests a second. */
  rate: Type.Number(),
  /** Milliseconds. */
  p50: Type.Number(),
  p99: Type.Number(),
  /** Cases that were opened, those of the warm-up too. */
  nos: Type.Array(Type.String()),
});
export type Load = Static<typeof Load>;
