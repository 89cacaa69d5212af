import type { CaseCounts } from "@xiuhua/server/api";
import type { ProcedureInfo } from "../../../shared/api/index.ts";

type StateCount = CaseCounts["states"][number];

/** The stages that have something for me, in the order in which a case goes through them. */
export function inOrder(
  counts: readonly StateCount[],
  procedures: readonly Pick<ProcedureInfo, "id" | "states">[],
): StateCount[] {
  return procedures.flatMap(({ id, states }) =>
    Object.keys(states).flatMap((name) => counts.filter((one) => one.procedure === id && one.state === name)),
  );
}
