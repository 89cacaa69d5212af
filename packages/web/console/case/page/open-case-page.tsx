import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Result, Segmented, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { LiveCase, OpenCase } from "@xiuhua/server/api";
import { forgetCases, proceduresQuery, ProblemError, send } from "../../../shared/api/index.ts";
import { Failure, useTitle } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { ActionForm } from "../form/action-form.tsx";
import { RefusalBanner } from "../form/refusal-banner.tsx";
import "./page.css";

/** Route `/report`: one of the ways in which this person may open a case, and its form. */
export function OpenCasePage() {
  const { t } = useTranslation("case");
  const say = useSay();
  const client = useQueryClient();
  const procedures = useQuery(proceduresQuery);
  const [chosen, setChosen] = useState<string>();
  const [round, setRound] = useState(0);
  const open = useMutation({
    mutationFn: (body: OpenCase) => send<LiveCase>("POST", "/cases", body),
    onSuccess: () => forgetCases(client),
  });
  useTitle(t("open.title"));

  const openings = (procedures.data ?? []).flatMap((procedure) =>
    procedure.openings.map((form) => ({
      key: `${procedure.id}/${form.action}`,
      procedure: procedure.id,
      title: procedures.data?.length === 1 ? say(form.title) : `${say(procedure.title)} · ${say(form.title)}`,
      form,
    })),
  );
  const current = openings.find((one) => one.key === chosen) ?? openings[0];

  if (procedures.error)
    return (
      <div className="case-alone">
        <Failure error={procedures.error} onRetry={() => void procedures.refetch()} />
      </div>
    );
  if (!procedures.data) return <Skeleton active className="case-alone" />;
  if (!current) return <Result status="info" title={t("open.none")} />;
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
        {openings.length > 1 && (
          <Segmented
            aria-label={t("open.choose")}
            value={current.key}
            onChange={(key) => {
              open.reset();
              setChosen(key);
            }}
            options={openings.map(({ key, title }) => ({ value: key, label: title }))}
          />
        )}
      </header>
      <div className="case-open-body">
        <section className="case-card case-open-form">
          {open.error && <RefusalBanner error={open.error} />}
          <ActionForm
            key={`${current.key}-${round}`}
            form={current.form}
            opens
            submitText={t("open.submit")}
            submitting={open.isPending}
            {...(open.error instanceof ProblemError ? { problems: open.error.fields } : {})}
            onSubmit={async (input, evidence) => {
              await open
                .mutateAsync({ procedure: current.procedure, action: current.form.action, input, evidence })
                // Shown above the form and at its fields.
                .catch(() => undefined);
            }}
          />
        </section>
        <aside className="case-open-hints">
          <h2>{t("open.hints")}</h2>
          <ul>
            <li>{t("open.hintPlace")}</li>
            <li>{t("open.hintPhoto")}</li>
            <li>{t("open.hintType")}</li>
          </ul>
        </aside>
      </div>
    </div>
  );
}
