import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import type { CaseDetail } from "@xiuhua/server/api";
import { ClockLight } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { useOutgoing } from "../outbox/index.ts";
import { Button, Empty, Notice, Screen } from "../ui/index.ts";
import { Asked } from "./asked.tsx";
import { TaskActions } from "./task-actions.tsx";
import { TaskPhotos } from "./task-photos.tsx";
import { TaskPlace } from "./task-place.tsx";
import { TaskStory } from "./task-story.tsx";
import { taskQuery } from "./queries.ts";
import { standOf } from "./stand.ts";
import "./tasks.css";
import { useStateTitle } from "./use-state-title.ts";
import { useTypeOf } from "./use-type-of.ts";

/** One task: all that one needs to find the place and to judge, and what can be done about it. */
export function TaskPage() {
  const { t } = useTranslation("task");
  const { no = "" } = useParams();
  const say = useSay();
  const navigate = useNavigate();
  const stateTitle = useStateTitle();
  const { data, isError } = useQuery(taskQuery(no));
  const { entries } = useOutgoing();
  if (!data)
    return (
      <Screen title={t("title")} back="/tasks">
        {isError && <Empty icon="offline">{t("absent")}</Empty>}
      </Screen>
    );
  const stand = standOf(data, entries);
  const open = stand.kind === "open";
  return (
    <Screen
      title={stateTitle(data.procedure, data.state)}
      back="/tasks"
      foot={open && data.actions.length > 0 ? <TaskActions detail={data} /> : undefined}
    >
      {stand.kind !== "open" && (
        <Notice
          tone={stand.kind === "asking" ? "bad" : "plain"}
          icon={stand.kind === "done" ? "check" : "clock"}
          title={t(`stand.${stand.kind}`)}
          action={<Button onClick={() => void navigate(`/mine/${stand.entry.id}`)}>{t("look")}</Button>}
        >
          {say(stand.entry.title)}
        </Notice>
      )}
      {open && data.actions.length === 0 && <Notice title={t("gone")}>{t("goneText")}</Notice>}
      <TaskHead detail={data} />
      <TaskPhotos detail={data} />
      <TaskPlace detail={data} />
      <Criterion detail={data} />
      <TaskStory detail={data} />
    </Screen>
  );
}

function TaskHead({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const say = useSay();
  const { colour, dueAt, warnAt } = detail;
  return (
    <section className="task-head card">
      <div className="row spread task-clock">
        <ClockLight colour={colour} dueAt={dueAt} warnAt={warnAt} />
        {detail.type && <span className="small faint">{say(detail.type.name)}</span>}
      </div>
      <p className="task-words">{detail.title}</p>
      <Asked detail={detail} />
      <p className="small faint number">{t("caseNo", { no: detail.no })}</p>
    </section>
  );
}

/** What the case's own criterion counts as done: it is what a checker judges by. */
function Criterion({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("task");
  const say = useSay();
  const id = detail.facts["criterion"];
  const criterion = useTypeOf(detail)?.criteria.find((one) => one.id === id);
  return criterion ? (
    <section className="task-head card">
      <h2 className="section-title">{t("criterion")}</h2>
      <p>{say(criterion.done)}</p>
    </section>
  ) : null;
}
