import { base } from "./enterprise-help/base.ts";
import { confirming } from "./enterprise-help/confirming.ts";
import { solving } from "./enterprise-help/solving.ts";

/**
 * 助企纾困: what a visit (走访) or a sweep (排查) of enterprises brought up, with one lead unit and a date. Solved early,
 * in time or late, it is the enterprise that confirms, and answers the four questions. Nothing is deleted.
 */
export const enterpriseHelp = base.actions((action) => ({ ...solving(action), ...confirming(action) }));

export { solvedWhen } from "./enterprise-help/solved-when.ts";
