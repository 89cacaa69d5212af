import type { CSSProperties } from "react";
import { useTranslation } from "react-i18next";
import type { CaseDetail } from "@xiuhua/server/api";
import { cityTime, useNow } from "../../../shared/time/index.ts";
import { useProcedure } from "../use-procedure.ts";
import { Card } from "./card.tsx";
import { planOf } from "./plan.ts";
import "./plan.css";

/** A plan drawn along time: start and end, the steps planned and reached, when it stood still, today. */
export function CasePlan({ detail }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const now = useNow();
  const states = useProcedure(detail.procedure)?.states;
  const plan = planOf(
    detail,
    (state) => states?.[state]?.waitsFor === undefined && states?.[state]?.final !== true,
    now,
  );
  if (!plan) return null;
  const { from, to } = plan.axis;
  const share = (at: number) => (to > from ? ((at - from) / (to - from)) * 100 : 0);
  const left = (at: number): CSSProperties => ({ insetInlineStart: `${share(at)}%` });
  const span = (one: { from: number; to: number }): CSSProperties => ({
    ...left(one.from),
    width: `${Math.max(0.6, share(one.to) - share(one.from))}%`,
  });
  const day = (at: number) => cityTime(at).format("M-D");
  const date = (at: number) => cityTime(at).format("YYYY-MM-DD");
  const reached = plan.steps.filter((one) => one.reachedAt !== undefined).length;
  const done = plan.doneAt;
  return (
    <Card
      title={t("plan.title")}
      extra={
        <span className="case-faint number">
          {t("plan.span", { from: date(plan.start), to: date(plan.end) })}
          {plan.steps.length > 0 && ` · ${t("plan.reachedOf", { count: reached, total: plan.steps.length })}`}
        </span>
      }
    >
      <div className="plan" aria-hidden="true">
        <div className="plan-track">
          <span className="plan-planned" style={span({ from: plan.start, to: plan.end })} />
          <span
            className="plan-worked"
            style={span({ from: plan.start, to: Math.max(plan.start, Math.min(done ?? now, to)) })}
          />
          {plan.holds.map((hold) => (
            <span key={hold.from} className="plan-hold" style={span(hold)} title={t("plan.hold")} />
          ))}
          {plan.steps.map((one) => (
            <span
              key={`${one.name}-${one.at}`}
              className="plan-step"
              data-reached={one.reachedAt !== undefined}
              data-late={one.late}
              style={left(one.at)}
              title={`${one.name} ${date(one.at)}`}
            />
          ))}
          {!detail.final && <span className="plan-now" style={left(now)} />}
        </div>
        <div className="plan-ends number">
          <span style={left(plan.start)}>{day(plan.start)}</span>
          {!detail.final && (
            <span className="plan-today" style={left(now)}>
              {t("plan.today")}
            </span>
          )}
          <span style={left(plan.end)} data-end="true">
            {day(plan.end)}
          </span>
        </div>
      </div>
      <ol className="plan-list">
        {plan.steps.map((one) => (
          <li key={`${one.name}-${one.at}`} data-reached={one.reachedAt !== undefined} data-late={one.late}>
            <span className="plan-step" data-reached={one.reachedAt !== undefined} data-late={one.late} />
            <span>{one.name}</span>
            <span className="case-faint number">{t("plan.planned", { date: date(one.at) })}</span>
            <span className="number">
              {one.reachedAt !== undefined
                ? t(one.late ? "plan.reachedLate" : "plan.reached", { date: date(one.reachedAt) })
                : t(one.late ? "plan.overdue" : "plan.ahead")}
            </span>
          </li>
        ))}
        {plan.holds.map((hold) => (
          <li key={hold.from}>
            <span className="plan-mark-hold" />
            <span>{t("plan.hold")}</span>
            <span className="case-faint number">
              {date(hold.from)} – {date(hold.to)}
            </span>
          </li>
        ))}
        {done !== undefined && (
          <li>
            <span className="plan-step" data-reached="true" />
            <span>{t("plan.done")}</span>
            <span className="case-faint number">{date(done)}</span>
          </li>
        )}
      </ol>
    </Card>
  );
}
