export { address, csrfToken, get, onLoggedOut, send, sendForm, setCsrf, type Query } from "./client.ts";
export { ProblemError, readAfter, readProblem } from "./problem.ts";
export { photoAddress } from "./photo.ts";
export type { Area, ProcedureInfo } from "./procedure.ts";
export * from "./reads.ts";
export * from "./places.ts";
