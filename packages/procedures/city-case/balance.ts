import type { CaseRecord } from "@xiuhua/core/procedure";
import type { CityShape } from "./base.ts";

/** Where a filed case stands in the city's books. */
export type Standing = "closed" | "voided" | "open" | "held";

export type Balance = Readonly<Record<"filed" | Standing, number>>;

/**
 * Where each state stands. `never`: a case is filed after these, and once filed it never comes
 * back to them; one that did would be missing from the books.
 */
const standings: Readonly<Record<CityShape["state"], Standing | "never">> = {
  reported: "never",
  verifying: "never",
  untrue: "never",
  accepted: "never",
  filed: "open",
  districtFiled: "open",
  dispatched: "open",
  handling: "open",
  returning: "open",
  disputed: "open",
  onHold: "held",
  handled: "open",
  checking: "open",
  checked: "open",
  closed: "closed",
  notAccepted: "never",
  voided: "voided",
  merged: "never",
};

const byState: ReadonlyMap<string, Standing | "never"> = new Map(Object.entries(standings));

/** 立案 = 结案 + 作废 + 在办 + 挂账: the equation that a city's books must satisfy at any time. */
export function balance(records: Iterable<Pick<CaseRecord, "state" | "facts">>): Balance {
  const sums = { filed: 0, closed: 0, voided: 0, open: 0, held: 0 };
  for (const { state, facts } of records) {
    if (facts["filedAt"] === undefined) continue;
    sums.filed += 1;
    const stands = byState.get(state);
    if (stands !== undefined && stands !== "never") sums[stands] += 1;
  }
  return sums;
}
