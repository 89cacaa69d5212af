/** With the department: its limit runs. */
export const handled = ["dispatched", "handling"] as const;

/** Filed and not yet closed, or short and not yet approved. */
export const open = [
  "filed",
  "districtFiled",
  "dispatched",
  "handling",
  "returning",
  "disputed",
  "onHold",
  "handled",
  "checking",
  "checked",
] as const;

/** Kinds of unit that can be the responsible department. */
export const departmentKinds = ["districtBureau", "brigade", "squadron", "office", "subDistrict", "utility", "centre"];
