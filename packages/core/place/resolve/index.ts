export { rank, resolveReading } from "./resolve.ts";
export type { Answer } from "./answer.ts";
