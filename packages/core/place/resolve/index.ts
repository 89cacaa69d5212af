export { rank, resolveReading } from "./resolve.ts";
export type { Answer } from "./answer.ts";
export { atCrossing } from "./crossing.ts";
export { endOf } from "./stretch.ts";
