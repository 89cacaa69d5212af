import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ActionForm } from "@xiuhua/server/api";
import { faultsOf, fieldsOf, initialOf, inputOf, lacking, slotsOf, type Input } from "../../shared/case/index.ts";
import { Button, Fields, Notice } from "../../shared/phone/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { Page } from "../page.tsx";
import { Shots, type Shot } from "./shots.tsx";
import { useSending } from "./use-sending.ts";

interface TaskFormProps {
  readonly token: string;
  readonly form: ActionForm;
  readonly onBack: () => void;
  readonly onSent: () => void;
}

/** One action: photos, then words, then one tap. */
export function TaskForm({ token, form, onBack, onSent }: TaskFormProps) {
  const { t } = useTranslation("portal");
  const { t: common } = useTranslation();
  const say = useSay();
  const problem = useProblemText();
  const fields = fieldsOf(form.input);
  const [values, setValues] = useState<Input>(() => initialOf(fields));
  const [shots, setShots] = useState<readonly Shot[]>([]);
  const [tried, setTried] = useState(false);
  const { sending, start } = useSending(token, form.action, onSent);
  const input = inputOf(fields, values);
  const faults = faultsOf(fields, input);
  const [lack] = lacking(form.evidence, shots);
  const busy = sending.kind === "sending";

  const press = () => {
    setTried(true);
    if (faults.length === 0 && !lack) void start(input, shots);
  };
  return (
    <Page
      title={say(form.title)}
      foot={
        <div className="stack">
          {busy && (
            <>
              <progress className="portal-progress" max={1} value={sending.share} aria-label={t("task.finishing")} />
              <output className="small faint">
                {sending.share < 1 ? t("task.sending", { done: Math.round(sending.share * 100) }) : t("task.finishing")}
              </output>
            </>
          )}
          <Button kind={form.weight === "grave" ? "grave" : "main"} wide disabled={busy} onClick={press}>
            {sending.kind === "failed" ? t("task.again") : say(form.title)}
          </Button>
          <Button wide disabled={busy} onClick={onBack}>
            {common("back")}
          </Button>
        </div>
      }
    >
      {sending.kind === "failed" && (
        <Notice tone="bad" title={t("task.failed")}>
          {problem(sending.error)}
        </Notice>
      )}
      {tried && lack && (
        <Notice tone="bad">{t("task.lackPhotos", { count: lack.needed, kind: t(`kind.${lack.kind}`) })}</Notice>
      )}
      <Shots kinds={slotsOf(form.evidence).map(({ kind }) => kind)} shots={shots} onChange={setShots} />
      <Fields
        fields={fields}
        values={values}
        faults={tried ? faults : []}
        around={{ action: form.action }}
        onChange={setValues}
      />
    </Page>
  );
}
