export { realRoads } from "./real-roads.ts";
export { metresAt, positionAt, syntheticTown } from "./town.ts";
