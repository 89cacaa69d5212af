import { useState } from "react";
import { useTranslation } from "react-i18next";
import { shortText, useNow } from "../../shared/time/index.ts";
import { Empty, Notice, Screen, Segmented } from "../ui/index.ts";
import { byClock, byDistance } from "./order.ts";
import { taskPath } from "./paths.ts";
import { RouteView } from "./route-view.tsx";
import { SettledTasks } from "./settled-tasks.tsx";
import { TaskRow } from "./task-row.tsx";
import "./tasks.css";
import { useTasks } from "./use-tasks.ts";

type Sort = "clock" | "distance" | "route";
const sorts: readonly Sort[] = ["clock", "distance", "route"];

/** What waits for this person: by its clock, by how far it is, or as a way through the day. */
export function TasksPage() {
  const { t } = useTranslation("task");
  const [sort, setSort] = useState<Sort>("clock");
  const { known, waiting, open, settled, here, fresh, at } = useTasks();
  const now = useNow();
  return (
    <Screen title={t("title")}>
      {open.length > 0 && (
        <Segmented<Sort>
          label={t("sort.label")}
          value={sort}
          onChange={setSort}
          options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      )}
      {!fresh && at > 0 && (
        <Notice icon="offline">{t("old", { at: shortText(new Date(at).toISOString(), now) })}</Notice>
      )}
      {!known && (fresh ? <Empty icon="tasks">{t("noneYet")}</Empty> : <Notice tone="warn">{t("notKept")}</Notice>)}
      {known && open.length === 0 && <Empty icon="check">{t("none")}</Empty>}
      {sort === "route" && open.length > 0 && <RouteView tasks={waiting} here={here} />}
      {sort !== "route" && (
        <ul className="tasks">
          {(sort === "clock" ? byClock(open, now) : byDistance(open)).map((task) => (
            <TaskRow key={task.summary.no} task={task} to={taskPath(task.summary.no)} />
          ))}
        </ul>
      )}
      <SettledTasks settled={settled} />
    </Screen>
  );
}
