export { makeResponsibility, type Responsibility } from "./responsibility.ts";
export type { Answer, Organisation, Question } from "./question.ts";
export { responsibilityRoutes } from "./routes.ts";
export type { Rule } from "./rule.ts";
export { writeEdits } from "./store.ts";
