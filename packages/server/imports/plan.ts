import type { ImportReference } from "./import-reference.ts";
import type { Prepared } from "./prepare.ts";
import type { Fault } from "./reading.ts";
import { stepsOf, type Step } from "./steps.ts";

/** The steps of a row, with the criterion and the department filled in; or what cannot be filled in. */
export function planOf(row: Prepared, reference: ImportReference): readonly Step[] | Fault {
  if (row.outcome !== "open" && row.outcome !== "closed") return stepsOf(row, undefined, undefined);
  const criterion = reference.criterion(row.type);
  if (criterion === undefined)
    return {
      field: "criterion",
      reason: {
        zh: `类别 ${row.type} 在目录中没有立案条件`,
        en: `The catalogue has no criterion for type ${row.type}`,
      },
    };
  const department = row.department ?? reference.department(row.type, row.place.lng, row.place.lat);
  if (department === undefined)
    return {
      field: "department",
      reason: {
        zh: `没有单位在此处负责类别 ${row.type}，请在映射的 department 中指定`,
        en: `No unit serves type ${row.type} there; name one under department in the mapping`,
      },
    };
  return stepsOf(row, criterion, department);
}
