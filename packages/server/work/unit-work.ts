import { countedOwnWork } from "@xiuhua/core/indicators";
import type { Procedure } from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import type { WorkRow } from "./queries.ts";

export interface Work {
  readonly sent: number;
  readonly own: number;
  readonly ownCounted: number;
  readonly praise: number;
}

/** What each unit did, as its procedures say that it counts; of its own finding no more than the city's share. */
export function workByUnit(
  rows: readonly WorkRow[],
  procedures: ReadonlyMap<string, Procedure>,
  city: Pick<City, "settings">,
): ReadonlyMap<string, Work> {
  const units = new Map<string, WorkRow[]>();
  for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
  return new Map([...units].map(([unit, work]) => [unit, summed(work, procedures, city)]));
}

function summed(
  rows: readonly WorkRow[],
  procedures: ReadonlyMap<string, Procedure>,
  city: Pick<City, "settings">,
): Work {
  const of = (kind: "sent" | "own" | "praise") =>
    rows.flatMap((row) => {
      const procedure = procedures.get(row.procedure);
      return procedure?.counts?.as === kind ? [{ procedure, count: row.count }] : [];
    });
  const total = (list: readonly { readonly count: number }[]) => list.reduce((all, { count }) => all + count, 0);
  const sent = total(of("sent"));
  const counted = of("own").map(({ procedure, count }) =>
    countedOwnWork(count, sent, procedure.counts?.mostShare?.(city.settings(procedure)) ?? 0),
  );
  return {
    sent,
    own: total(of("own")),
    ownCounted: counted.reduce((all, one) => all + one, 0),
    praise: total(of("praise")),
  };
}
