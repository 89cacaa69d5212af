import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParams } from "react-router";
import type { ActionForm, GuestTask } from "@xiuhua/server/api";
import { ProblemError, send } from "../../shared/api/index.ts";
import { Button, Notice } from "../../shared/phone/index.ts";
import { minuteText } from "../../shared/time/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { FieldList } from "../field-list.tsx";
import { Page, useCity } from "../page.tsx";
import { TaskForm } from "./task-form.tsx";

/** A task that came as a link. */
export function TaskPage() {
  const { token = "" } = useParams();
  return <Opened key={token} token={token} />;
}

function Opened({ token }: { token: string }) {
  const { t } = useTranslation("portal");
  const { t: common } = useTranslation();
  const [key] = useState(() => crypto.randomUUID());
  useCity();
  const { data, error, refetch } = useQuery({
    queryKey: ["task", token],
    // Opening is an event of the case: once for each time that somebody looks.
    queryFn: () => send<GuestTask>("POST", `/links/${encodeURIComponent(token)}/opened`, undefined, key),
    staleTime: Infinity,
    gcTime: Infinity,
    retry: false,
  });
  if (data) return <Task token={token} task={data} />;
  return (
    <Page title={t("task.title")}>
      {error ? <NotOpened error={error} again={() => void refetch()} /> : <p className="faint">{common("loading")}</p>}
    </Page>
  );
}

/** Kindly: whoever stands in front of it can do nothing about it. */
function NotOpened({ error, again }: { error: Error; again: () => void }) {
  const { t } = useTranslation("portal");
  const { t: common } = useTranslation();
  const problem = useProblemText();
  const status = error instanceof ProblemError ? error.status : 0;
  if (status === 404)
    return (
      <Notice icon="clock" title={t("task.endedTitle")}>
        {problem(error)}
      </Notice>
    );
  if (status === 409)
    return (
      <Notice icon="clock" title={t("task.notNow")}>
        {problem(error)} {t("task.waiting")}
      </Notice>
    );
  return (
    <Notice tone="bad" title={common("error.title")} action={<Button onClick={again}>{common("retry")}</Button>}>
      {problem(error)}
    </Notice>
  );
}

function Task({ token, task }: { token: string; task: GuestTask }) {
  const { t } = useTranslation("portal");
  const say = useSay();
  const [chosen, setChosen] = useState<ActionForm>();
  const [sent, setSent] = useState<ActionForm>();
  if (chosen && !sent)
    return <TaskForm token={token} form={chosen} onBack={() => setChosen(undefined)} onSent={() => setSent(chosen)} />;
  return (
    <Page
      title={say(task.procedure)}
      {...(sent || task.actions.length === 0
        ? {}
        : {
            foot: (
              <div className="stack">
                {task.actions.map((form) => (
                  <Button
                    key={form.action}
                    wide
                    kind={form.weight === "main" ? "main" : "plain"}
                    onClick={() => setChosen(form)}
                  >
                    {say(form.title)}
                  </Button>
                ))}
              </div>
            ),
          })}
    >
      {sent && (
        <Notice tone="good" title={t("task.sent", { action: say(sent.title) })}>
          {t("task.sentText")}
        </Notice>
      )}
      <div className="card portal-card">
        <div className="row spread">
          <span className="small faint">{t("task.as", { role: say(task.role) })}</span>
          {!sent && <span className="portal-state small">{say(task.state)}</span>}
        </div>
        <FieldList fields={task.fields} />
        {task.place && (
          <a className="button" data-wide href={`geo:${task.place.lat},${task.place.lng}`}>
            {t("task.map")}
          </a>
        )}
        <p className="small faint number">
          {t("no", { no: task.no })} · {t("task.until", { until: minuteText(task.until) })}
        </p>
      </div>
      {!sent &&
        (task.actions.length > 0 ? <p>{t("task.choose")}</p> : <Notice tone="good">{t("task.nothing")}</Notice>)}
    </Page>
  );
}
