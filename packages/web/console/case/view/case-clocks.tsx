import { useTranslation } from "react-i18next";
import type { CaseClock, CaseDetail } from "@xiuhua/server/api";
import { useProcedure } from "../use-procedure.ts";
import { Card } from "./card.tsx";
import { ClockRow } from "./clock-row.tsx";

/** Every clock of the case: those that run or wait in full, those that are over below. */
export function CaseClocks({ detail: { clocks, procedure: id } }: { detail: CaseDetail }) {
  const { t } = useTranslation("case");
  const procedure = useProcedure(id);
  const row = (clock: CaseClock) => (
    <ClockRow key={clock.name} clock={clock} dated={procedure?.clocks[clock.name]?.dated === true} />
  );
  const ordered = clocks.toSorted((one, other) => begun(one) - begun(other));
  const live = ordered.filter((clock) => clock.status !== "stopped");
  const over = ordered.filter((clock) => clock.status === "stopped");
  return (
    <Card title={t("section.clocks")}>
      {clocks.length === 0 && <div className="case-faint">{t("clocks.none")}</div>}
      {live.map(row)}
      {over.length > 0 && (
        <details className="case-clocks-over" open={live.length === 0}>
          <summary>{t("clocks.history", { count: over.length })}</summary>
          {over.map(row)}
        </details>
      )}
    </Card>
  );
}

/** When a clock first ran: the order in which the case met them. */
function begun(clock: CaseClock): number {
  const first = clock.segments[0]?.from;
  return first === undefined ? Number.POSITIVE_INFINITY : Date.parse(first);
}
