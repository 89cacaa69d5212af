import { useTranslation } from "react-i18next";
import { Icon } from "../ui/index.ts";
import { TaskRow } from "./task-row.tsx";
import type { Tasks } from "./use-tasks.ts";

/** What was done on this phone and has not arrived: it leads to its record, where the person may decide. */
export function SettledTasks({ settled }: Pick<Tasks, "settled">) {
  const { t } = useTranslation("task");
  if (settled.length === 0) return null;
  return (
    <>
      <h2 className="section-title">{t("waiting", { count: settled.length })}</h2>
      <ul className="tasks">
        {settled.map(({ task, stand }) => (
          <TaskRow
            key={task.summary.no}
            task={task}
            to={stand.kind === "open" ? "/mine" : `/mine/${stand.entry.id}`}
            mark={
              <span className="task-stand" data-stand={stand.kind}>
                <Icon name={stand.kind === "asking" ? "alert" : "clock"} size={18} />
                {stand.kind !== "open" && t(`stand.${stand.kind}`)}
              </span>
            }
          />
        ))}
      </ul>
    </>
  );
}
