import { useState } from "react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useDraft } from "../drafts/index.ts";
import { SavedSheet } from "../outbox/index.ts";
import type { Entry } from "../queue/index.ts";
import { Button, Empty, Notice, Screen } from "../ui/index.ts";
import { ActForm } from "./act-form.tsx";
import { NextTask } from "./next-task.tsx";
import { taskPath } from "./paths.ts";
import { taskQuery } from "./queries.ts";
import "./tasks.css";
import { useActionTitle } from "./use-action-title.ts";

/** One action on one case: what is being written is there again however the app was left. */
export function ActPage() {
  const { t } = useTranslation("task");
  const { no = "", action = "" } = useParams();
  const navigate = useNavigate();
  const { data, isError } = useQuery(taskQuery(no));
  const drafting = useDraft(`act/${no}/${action}`);
  const title = useActionTitle()(data?.procedure, action);
  const form = data?.actions.find((one) => one.action === action);
  const [saved, setSaved] = useState<Entry>();
  if (saved)
    // Once it is done the case moves on, and the form with it: what is said about it stands by itself.
    return (
      <Screen title={title} back="/tasks">
        <SavedSheet
          entry={saved}
          onClose={() => void navigate("/tasks", { replace: true })}
          foot={<NextTask after={no} />}
        />
      </Screen>
    );
  if (data && form && drafting)
    return <ActForm key={drafting.key} detail={data} form={form} drafting={drafting} onSaved={setSaved} />;
  const written = drafting && (drafting.draft.files.length > 0 || Object.keys(drafting.draft.values).length > 0);
  return (
    <Screen title={title} back={taskPath(no)}>
      {!data && isError && <Empty icon="offline">{t("absent")}</Empty>}
      {data && !form && (
        <Notice
          tone="warn"
          title={t("notNow", { title })}
          action={
            written && (
              <Button
                kind="grave"
                icon="bin"
                onClick={() => void drafting.clear().then(() => navigate(taskPath(no), { replace: true }))}
              >
                {t("discard")}
              </Button>
            )
          }
        >
          {written && t("notNowText")}
        </Notice>
      )}
    </Screen>
  );
}
