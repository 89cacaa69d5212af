import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Spin } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { LedgerChoices, LedgerForm } from "@xiuhua/server/api";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { ColumnPanel } from "./column-panel.tsx";
import { ImportOutcome } from "./import-outcome.tsx";
import { PreviewRows } from "./preview-rows.tsx";
import { PreviewTools } from "./preview-tools.tsx";
import { previewQuery, type ChosenFile } from "./queries.ts";
import { useImport } from "./use-import.ts";

interface LedgerImportProps {
  readonly chosen: ChosenFile;
  readonly form: LedgerForm;
  readonly onLeave: () => void;
}

/** One file: what it would bring as it is read now, what the person says about it, and what came of it. */
export function LedgerImport({ chosen, form, onLeave }: LedgerImportProps) {
  const { t } = useTranslation("ledgers");
  const say = useSay();
  const [choices, setChoices] = useState<LedgerChoices>({ procedure: form.procedure, action: form.action });
  const preview = useQuery(previewQuery(chosen, choices));
  const { state, start, stop } = useImport();
  const change = (part: Partial<LedgerChoices>) => setChoices((before) => ({ ...before, ...part }));
  const { data } = preview;

  if (state.kind !== "idle")
    return (
      <ImportOutcome
        state={state}
        total={data?.new ?? 0}
        file={chosen.file}
        choices={choices}
        onStop={stop}
        onLeave={onLeave}
      />
    );
  if (!data)
    return preview.error ? (
      <>
        <Failure error={preview.error} onRetry={() => void preview.refetch()} />
        <Button className="ledgers-other" onClick={onLeave}>
          {t("choose.other")}
        </Button>
      </>
    ) : (
      <Spin className="ledgers-wait" />
    );
  const missing = data.form.fields.filter((field) => data.missing.includes(field.name));
  return (
    <>
      <PreviewTools
        preview={data}
        choices={choices}
        busy={preview.isFetching}
        onChange={change}
        onImport={() => void start(chosen.file, choices)}
        onLeave={onLeave}
      />
      {preview.error && <Failure error={preview.error} onRetry={() => void preview.refetch()} />}
      {missing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t("missing", { fields: missing.map((field) => say(field.words)).join("、") })}
        />
      )}
      {data.wantsYear && <Alert type="warning" showIcon title={t("yearAsked")} />}
      <div className="ledgers-split">
        <ColumnPanel preview={data} choices={choices} onChange={change} />
        <PreviewRows preview={data} />
      </div>
    </>
  );
}
