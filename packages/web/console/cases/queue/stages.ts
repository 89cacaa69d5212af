import type { CaseCounts } from "@xiuhua/server/api";
import type { ProcedureInfo } from "../../../shared/api/index.ts";

type StateCount = CaseCounts["states"][number];

/** The stages that wait for one of these roles, in the order in which a case goes through them. */
export function stagesOfMine(
  counts: readonly StateCount[],
  procedures: readonly Pick<ProcedureInfo, "id" | "states">[],
  roles: readonly string[],
): StateCount[] {
  return procedures.flatMap(({ id, states }) =>
    Object.entries(states).flatMap(([name, { waitsFor }]) =>
      waitsFor !== undefined && roles.includes(waitsFor)
        ? counts.filter((one) => one.procedure === id && one.state === name)
        : [],
    ),
  );
}
