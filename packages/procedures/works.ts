import { base } from "./works/base.ts";
import { building } from "./works/building.ts";
import { planning } from "./works/planning.ts";

/**
 * 维修工程: several defects of a road or facility in one order, with a plan, a contractor and milestones. Each defect
 * stays a case under its own number: it rests while the works go on and is handled when they are accepted.
 */
export const works = base.actions((action) => ({ ...planning(action), ...building(action) }));
