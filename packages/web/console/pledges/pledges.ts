import type { PledgeBoard, Pledge, UnitWork } from "@xiuhua/server/api";
import { writeFilter } from "../cases/filter/list-filter.ts";

export { pledges } from "../cases/filter/list-filter.ts";
export type { Pledge } from "@xiuhua/server/api";
export type PledgeUnit = PledgeBoard["units"][number];
export type UnitWorkRow = UnitWork["units"][number];

/** The list of just the cases that a figure counts. */
export function listOf(pledge: Pledge, unit: string | undefined, procedure: string | undefined): string {
  const filter = {
    pledge,
    ...(unit === undefined ? {} : { pledgeUnit: unit }),
    ...(procedure === undefined ? {} : { procedure }),
  };
  return `/cases?${writeFilter(filter).toString()}`;
}
