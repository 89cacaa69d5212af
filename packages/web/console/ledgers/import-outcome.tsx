import { DownloadOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Progress, Result } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LedgerChoices } from "@xiuhua/server/api";
import { sendForm } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";
import { formOf } from "./queries.ts";
import type { ImportState } from "./use-import.ts";

interface ImportOutcomeProps {
  readonly state: Exclude<ImportState, { kind: "idle" }>;
  readonly total: number;
  readonly file: File;
  readonly choices: LedgerChoices;
  readonly onStop: () => void;
  readonly onLeave: () => void;
}

/** How far the import is; afterwards what came of it, to look at and to keep. */
export function ImportOutcome({ state, total, file, choices, onStop, onLeave }: ImportOutcomeProps) {
  const { t } = useTranslation("ledgers");
  const problem = useProblemText();
  const report = useMutation({ mutationFn: () => saveReport(file, choices) });
  if (state.kind === "running")
    return (
      <section className="ledgers-outcome" aria-live="polite">
        <Progress percent={total === 0 ? 0 : Math.floor((100 * state.done) / total)} status="normal" />
        <span>{t("running", { done: state.done, total })}</span>
        <Button onClick={onStop}>{t("stop")}</Button>
      </section>
    );
  const done = state.kind === "done";
  const error = report.error ?? (done ? undefined : state.error);
  return (
    <section className="ledgers-outcome">
      <Result
        status={done ? "success" : "warning"}
        title={done ? t("done", { opened: state.opened }) : t("stopped")}
        subTitle={done ? t("doneMore", { known: state.known, faulty: state.faulty }) : undefined}
        extra={[
          <Button
            key="report"
            type="primary"
            icon={<DownloadOutlined />}
            loading={report.isPending}
            onClick={() => report.mutate()}
          >
            {t("report")}
          </Button>,
          <Link key="cases" to={`/cases?procedure=${encodeURIComponent(choices.procedure)}`}>
            <Button>{t("cases")}</Button>
          </Link>,
          <Button key="again" onClick={onLeave}>
            {t("again")}
          </Button>,
        ]}
      />
      {error !== undefined && error !== null && <Alert type="error" showIcon role="alert" title={problem(error)} />}
    </section>
  );
}

async function saveReport(file: File, choices: LedgerChoices): Promise<void> {
  const answer = await sendForm("/ledgers/report.xlsx", formOf(file, choices));
  const url = URL.createObjectURL(await answer.blob());
  const link = document.createElement("a");
  link.href = url;
  link.download = `${file.name.replace(/\.[^.]*$/, "")}-result.xlsx`;
  link.click();
  URL.revokeObjectURL(url);
}
