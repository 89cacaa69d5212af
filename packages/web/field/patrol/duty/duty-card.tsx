import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useProblemText } from "../../../shared/ui/index.ts";
import { cityTime } from "../../../shared/time/index.ts";
import { fieldMeQuery } from "../../online/index.ts";
import { Button, Notice, Sheet } from "../../ui/index.ts";
import { useTrailState } from "./context.ts";
import "./duty.css";
import { canStayAwake, useAwakeChoice } from "./use-awake.ts";
import { useDuty } from "./use-duty.ts";
import { usePermission } from "./use-permission.ts";

const clock = (at: string | number) => cityTime(at).format("HH:mm");
/** The product's own, until the city's has come. */
const usualDays = 90;

/** On duty or not, since when, what is noted meanwhile and who sees it; and the way in and out. */
export function DutyCard() {
  const { t } = useTranslation("patrol");
  const { t: common } = useTranslation();
  const say = useProblemText();
  const { data: me } = useQuery(fieldMeQuery);
  const { refused, unreachable } = useTrailState();
  const { duty, start, end } = useDuty();
  const permission = usePermission();
  const [awake, keepAwake] = useAwakeChoice();
  const [leaving, setLeaving] = useState(false);
  const planned = me?.planned;
  return (
    <section className="card duty" data-on={duty !== undefined} aria-labelledby="duty-title">
      <div className="row spread">
        <div>
          <h2 id="duty-title">{t(duty ? "duty.on" : "duty.off")}</h2>
          <p className="faint small">
            {duty
              ? [
                  t("duty.since", { at: clock(duty.since) }),
                  ...(duty.endsAt === undefined ? [] : [t("duty.endsAt", { at: clock(duty.endsAt) })]),
                ].join(" · ")
              : planned
                ? t("duty.planned", { from: clock(planned.startsAt), to: clock(planned.endsAt) })
                : t("duty.noPlan")}
          </p>
        </div>
        {duty ? (
          <Button onClick={() => setLeaving(true)}>{t("duty.end")}</Button>
        ) : (
          <Button kind="main" onClick={start}>
            {t("duty.start")}
          </Button>
        )}
      </div>
      {duty && !duty.sent && <p className="small">{t(unreachable ? "duty.unsentOffline" : "duty.unsent")}</p>}
      {duty && permission === "denied" && <Notice tone="warn">{t("duty.denied")}</Notice>}
      {refused && <Notice tone="bad">{say(refused)}</Notice>}
      {duty && canStayAwake() && (
        <label className="duty-awake">
          <input type="checkbox" checked={awake} onChange={(event) => keepAwake(event.target.checked)} />
          <span>
            {t("duty.awake")}
            <span className="small faint">{t("duty.awakeText")}</span>
          </span>
        </label>
      )}
      <p className="small faint">{t("duty.privacy", { days: me?.rules.trackDays ?? usualDays })}</p>
      {leaving && (
        <Sheet
          title={t("duty.endTitle")}
          onClose={() => setLeaving(false)}
          foot={
            <>
              <Button
                kind="main"
                wide
                onClick={() => {
                  setLeaving(false);
                  end();
                }}
              >
                {t("duty.end")}
              </Button>
              <Button wide onClick={() => setLeaving(false)}>
                {common("cancel")}
              </Button>
            </>
          }
        >
          <p>{t("duty.endText")}</p>
        </Sheet>
      )}
    </section>
  );
}
