export { boxAround, type Box } from "./box.ts";
export { convert, datums, type Datum } from "./datum.ts";
export { middleOf } from "./middle.ts";
export { NetworkProblem } from "./problem.ts";
export { networkOf, readNetwork, type Network, type ReadOptions } from "./read.ts";
export type { SourceFile } from "./source.ts";
export { suspectDatum, type Known, type Suspicion } from "./datum-check.ts";
export { makeDistance } from "./distance.ts";
