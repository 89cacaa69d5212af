import type { UseQueryResult } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { CaseCounts } from "@xiuhua/server/api";
import { Failure, Lamp } from "../../../shared/ui/index.ts";
import { colours, type ListFilter } from "../filter/list-filter.ts";
import { useNames } from "../table/names.ts";
import { inOrder } from "./stages.ts";
import { Counter } from "./counter.tsx";
import "./counters.css";

interface CountersProps {
  readonly counts: UseQueryResult<CaseCounts>;
  readonly filter: ListFilter;
}

/** The queue at a glance; each figure is a link to its rows, pressed again it lets go. */
export function Counters({ counts, filter }: CountersProps) {
  const { t } = useTranslation("cases");
  const names = useNames();
  if (counts.error) return <Failure error={counts.error} onRetry={() => void counts.refetch()} />;
  if (!counts.data) return <Skeleton.Node active style={{ width: "100%", height: 54 }} />;
  const { mine } = counts.data;
  const states = inOrder(counts.data.states, names.procedures);
  const kept: ListFilter = filter.sort ? { sort: filter.sort } : {};
  const several = new Set(states.map((one) => one.procedure)).size > 1;
  const none = filter.colour === undefined && filter.state === undefined;
  return (
    <nav className="counters" aria-label={t("counter.label")}>
      <div className="counters-group">
        <Counter label={t("counter.all")} count={mine.total} filter={kept} on={none} />
        {colours.map((colour) => {
          const on = filter.colour?.length === 1 && filter.colour[0] === colour;
          return (
            <Counter
              key={colour}
              label={t(`counter.${colour}`)}
              lamp={<Lamp colour={colour} />}
              tone={colour}
              count={mine[colour]}
              on={on}
              filter={on ? kept : { ...kept, colour: [colour] }}
            />
          );
        })}
      </div>
      {states.length > 0 && (
        <div className="counters-group">
          {states.map(({ procedure, state, count }) => {
            const of = several ? { procedure } : {};
            const on =
              filter.state?.length === 1 && filter.state[0] === state && (!several || filter.procedure === procedure);
            return (
              <Counter
                key={`${procedure} ${state}`}
                label={
                  several
                    ? `${names.procedure(procedure)} · ${names.state(procedure, state)}`
                    : names.state(procedure, state)
                }
                count={count}
                on={on}
                filter={on ? kept : { ...kept, ...of, state: [state] }}
              />
            );
          })}
        </div>
      )}
    </nav>
  );
}
