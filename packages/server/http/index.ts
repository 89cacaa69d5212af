export { buildApp, type AppOptions } from "./app.ts";
export { clearSessionCookie, sessionCookie, setSessionCookie } from "./cookie.ts";
export { errors, type ErrorCode } from "./errors.ts";
export { instantOf } from "./instant.ts";
export { languageOf, type Language } from "./language.ts";
export { limitByAddress, limitByPerson } from "./limit.ts";
export { makeLog, type LogOptions } from "./log.ts";
export { problem, ProblemAnswer, refuse, standardProblem, type AnyRefusal } from "./problem.ts";
export type { BaseServices } from "./services.ts";
