import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { ProcedureInfo } from "../../../shared/api/index.ts";
import type { ListFilter } from "../filter/list-filter.ts";
import { countsQuery } from "../list/case-queries.ts";
import { useNames } from "../table/names.ts";
import { Counter } from "./counter.tsx";
import { inOrder } from "./stages.ts";
import "./counters.css";

interface StateCountersProps {
  readonly procedure: ProcedureInfo;
  readonly filter: ListFilter;
}

/** A ledger at a glance: how many stand in which state, each figure a link to them. */
export function StateCounters({ procedure, filter }: StateCountersProps) {
  const { t } = useTranslation("cases");
  const names = useNames();
  const { data } = useQuery(countsQuery({ queue: "seen" }));
  const states = inOrder(data?.states ?? [], [procedure]);
  if (states.length === 0) return null;
  const kept: ListFilter = { procedure: procedure.id, ...(filter.sort ? { sort: filter.sort } : {}) };
  const total = states.reduce((sum, one) => sum + one.count, 0);
  return (
    <nav className="counters" aria-label={t("counter.states")}>
      <div className="counters-group">
        <Counter label={t("counter.total")} count={total} filter={kept} on={filter.state === undefined} />
        {states.map(({ state, count }) => {
          const on = filter.state?.length === 1 && filter.state[0] === state;
          return (
            <Counter
              key={state}
              label={names.state(procedure.id, state)}
              count={count}
              on={on}
              filter={on ? kept : { ...kept, state: [state] }}
            />
          );
        })}
      </div>
    </nav>
  );
}
