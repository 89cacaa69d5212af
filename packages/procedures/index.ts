import type { Procedure } from "@xiuhua/core/procedure";
import { cityCase } from "./city-case.ts";
import { commendation } from "./commendation.ts";
import { enterpriseHelp } from "./enterprise-help.ts";
import { helpEvent } from "./help-event.ts";
import { lostProperty } from "./lost-property.ts";
import { streetOrder } from "./street-order.ts";
import { treeRequest } from "./tree-request.ts";
import { works } from "./works.ts";

export { cityCase } from "./city-case.ts";
export { solvedWhen, type SolvedWhen } from "./enterprise-help/solved-when.ts";

const register: readonly Procedure[] = [
  cityCase,
  streetOrder,
  works,
  enterpriseHelp,
  lostProperty,
  helpEvent,
  commendation,
  treeRequest,
];

/** The register: every procedure that this product runs, by its id. */
export const procedures: ReadonlyMap<string, Procedure> = new Map(register.map((one) => [one.id, one]));
