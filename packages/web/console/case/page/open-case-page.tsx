import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Result, Segmented, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import type { LiveCase, OpenCase } from "@xiuhua/server/api";
import { forgetCases, proceduresQuery, ProblemError, send } from "../../../shared/api/index.ts";
import { Failure, useTitle } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { ActionForm } from "../form/action-form.tsx";
import { RefusalBanner } from "../form/refusal-banner.tsx";
import { OpenHints } from "./open-hints.tsx";
import "./page.css";

/** Route `/register?procedure=…&action=…`: one of the ways in which this person may open a case, and its form. */
export function OpenCasePage() {
  const { t } = useTranslation("case");
  const say = useSay();
  const client = useQueryClient();
  const procedures = useQuery(proceduresQuery);
  const [asked, ask] = useSearchParams();
  const [round, setRound] = useState(0);
  const open = useMutation({
    mutationFn: (body: OpenCase) => send<LiveCase>("POST", "/cases", body),
    onSuccess: () => forgetCases(client),
  });
  useTitle(t("open.title"));

  const ways = (procedures.data ?? []).filter((one) => one.openings.length > 0);
  const procedure = ways.find((one) => one.id === asked.get("procedure")) ?? ways[0];
  const form = procedure?.openings.find((one) => one.action === asked.get("action")) ?? procedure?.openings[0];
  const choose = (way: Record<string, string>) => {
    open.reset();
    ask(way, { replace: true });
  };

  if (procedures.error)
    return (
      <div className="case-alone">
        <Failure error={procedures.error} onRetry={() => void procedures.refetch()} />
      </div>
    );
  if (!procedures.data) return <Skeleton active className="case-alone" />;
  if (!procedure || !form) return <Result status="info" title={t("open.none")} />;
  if (open.data)
    return (
      <Result
        status="success"
        title={t("open.done", { no: open.data.no })}
        extra={
          <>
            <Link to={`/cases/${encodeURIComponent(open.data.no)}`}>
              <Button type="primary">{t("open.see")}</Button>
            </Link>
            <Button
              onClick={() => {
                open.reset();
                setRound(round + 1);
              }}
            >
              {t("open.another")}
            </Button>
          </>
        }
      />
    );
  return (
    <div className="case-open">
      <header className="case-open-head">
        <h1>{t("open.title")}</h1>
        {ways.length > 1 && (
          <Select
            className="case-open-procedure"
            aria-label={t("open.procedure")}
            value={procedure.id}
            onChange={(id) => choose({ procedure: id })}
            options={ways.map(({ id, title }) => ({ value: id, label: say(title) }))}
          />
        )}
        {procedure.openings.length > 1 && (
          <Segmented
            aria-label={t("open.choose")}
            value={form.action}
            onChange={(action) => choose({ procedure: procedure.id, action })}
            options={procedure.openings.map(({ action, title }) => ({ value: action, label: say(title) }))}
          />
        )}
      </header>
      <div className="case-open-body">
        <section className="case-card case-open-form">
          {open.error && <RefusalBanner error={open.error} />}
          <ActionForm
            key={`${procedure.id}-${form.action}-${round}`}
            form={form}
            opens
            submitting={open.isPending}
            {...(open.error instanceof ProblemError ? { problems: open.error.fields } : {})}
            onSubmit={async (input, evidence) => {
              await open
                .mutateAsync({ procedure: procedure.id, action: form.action, input, evidence })
                // Shown above the form and at its fields.
                .catch(() => undefined);
            }}
          />
        </section>
        <OpenHints form={form} />
      </div>
    </div>
  );
}
