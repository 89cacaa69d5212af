import { useQuery } from "@tanstack/react-query";
import { Result } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { Failure, useTitle } from "../../shared/ui/index.ts";
import { ChooseFile } from "./choose-file.tsx";
import "./ledgers.css";
import { LedgerImport } from "./ledger-import.tsx";
import { ledgersQuery, type ChosenFile } from "./queries.ts";

/** 导入台账: a file, what it would bring, and bringing it. The chosen procedure is in the address. */
export function LedgerPage() {
  const { t } = useTranslation("ledgers");
  const [search, setSearch] = useSearchParams();
  const forms = useQuery(ledgersQuery);
  const [chosen, setChosen] = useState<ChosenFile>();
  useTitle(t("title"));
  const asked = search.get("procedure");
  const form = forms.data?.find(({ procedure, action }) => asked === procedure || asked === `${procedure}/${action}`);
  const current = form ?? forms.data?.[0];
  const body = () => {
    if (forms.error) return <Failure error={forms.error} onRetry={() => void forms.refetch()} />;
    if (!current) return forms.data ? <Result status="info" title={t("none")} /> : null;
    return chosen === undefined ? (
      <ChooseFile
        forms={forms.data ?? []}
        form={current}
        onForm={({ procedure, action }) => setSearch({ procedure: `${procedure}/${action}` }, { replace: true })}
        onFile={(file) => setChosen({ file, nth: Date.now() })}
      />
    ) : (
      <LedgerImport key={chosen.nth} chosen={chosen} form={current} onLeave={() => setChosen(undefined)} />
    );
  };
  return (
    <div className="page ledgers">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <span className="page-head-note">{t("note")}</span>
      </header>
      {body()}
    </div>
  );
}
