import { useTranslation } from "react-i18next";
import type { CaseSummary } from "@xiuhua/server/api";
import type { Point } from "../pack/index.ts";
import { RouteMap } from "../place/index.ts";
import { taskOf } from "./order.ts";
import { taskPath } from "./paths.ts";
import { TaskRow } from "./task-row.tsx";
import { useWay } from "./use-way.ts";

/** A way through today's tasks: the line on the map, the stops in order. */
export function RouteView({ tasks, here }: { tasks: readonly CaseSummary[]; here: Point | undefined }) {
  const { t } = useTranslation("task");
  const { today, stops, metres, unplaced, later } = useWay(tasks, here);
  const kilometres = (metres / 1000).toFixed(1);
  return (
    <>
      {stops.length > 0 && <RouteMap here={here} way={stops.map(({ point }) => point)} />}
      <p>
        <strong>{t(today ? "route.today" : "route.all", { count: stops.length, kilometres })}</strong>
        <span className="small faint task-hint">{t(here ? "route.hint" : "route.noPosition")}</span>
      </p>
      <ol className="tasks">
        {stops.map(({ id, task }, at) => (
          <TaskRow key={id} task={taskOf(task, here)} to={taskPath(id)} number={at + 1} />
        ))}
      </ol>
      {unplaced > 0 && <p className="small faint">{t("route.unplaced", { count: unplaced })}</p>}
      {later > 0 && <p className="small faint">{t("route.later", { count: later })}</p>}
    </>
  );
}
