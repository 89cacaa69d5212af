import { useQuery } from "@tanstack/react-query";
import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Failure, useTitle } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { boardQuery, hearts, listOf, outcomes } from "./board.ts";
import "./enterprises.css";
import { OutcomeTable } from "./outcome-table.tsx";

/** 助企纾困: how the problems of enterprises were solved against their dates, and what the enterprises say. */
export function EnterprisesPage() {
  const { t } = useTranslation("enterprises");
  const say = useSay();
  const board = useQuery(boardQuery);
  useTitle(t("title"));
  if (board.error) return <Failure error={board.error} onRetry={() => void board.refetch()} />;
  if (!board.data) return <Skeleton active className="page" />;
  const { total, units, months, marks } = board.data;
  return (
    <div className="page enterprises">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <span className="page-head-note">{t("note")}</span>
      </header>
      <section className="enterprise-cards" aria-label={t("summary")}>
        {(["total", ...outcomes] as const).map((name) => (
          <Link
            key={name}
            className="enterprise-card"
            data-outcome={name}
            to={listOf(name === "total" ? {} : { solved: name })}
          >
            <span>{t(`outcome.${name}`)}</span>
            <strong className="number">{total[name]}</strong>
            <small className="number">
              {name === "total" || total.total === 0
                ? t("ofAll")
                : t("share", { percent: Math.round((total[name] / total.total) * 100) })}
            </small>
          </Link>
        ))}
      </section>
      <section className="enterprise-hearts" aria-label={t("hearts.title")}>
        <h2>
          {t("hearts.title")} <small className="soft number">{t("hearts.answered", { count: marks.answered })}</small>
        </h2>
        <dl>
          {hearts.map((name) => (
            <div key={name}>
              <dt>{t(`hearts.${name}`)}</dt>
              <dd>
                <meter min={1} max={5} value={marks[name] ?? 1} aria-label={t(`hearts.${name}`)} />
                <strong className="number">{marks[name]?.toFixed(2) ?? "—"}</strong>
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <div className="enterprise-tables">
        <OutcomeTable
          title={t("unit")}
          rows={units.map(({ unit, ...counts }) => ({
            ...counts,
            key: unit?.id ?? "",
            name: unit ? say(unit.name) : t("noUnit"),
            conditions: unit ? { department: unit.id } : { state: "raised" },
          }))}
        />
        <OutcomeTable
          title={t("month")}
          rows={months.map(({ month, from, to, ...counts }) => ({
            ...counts,
            key: month,
            name: month,
            conditions: { openedFrom: from, openedTo: to },
          }))}
        />
      </div>
    </div>
  );
}
