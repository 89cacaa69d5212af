import { useTranslation } from "react-i18next";
import { cityTime } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { Button, Notice } from "../../ui/index.ts";
import "./alarm.css";
import { useAlarmState, useOwnAlarms } from "./context.ts";

const clock = (at: string | number) => cityTime(at).format("HH:mm:ss");

/** How an alarm stands, above whatever screen is open: under way, arrived, answered. */
export function AlarmBar() {
  const { t } = useTranslation("patrol");
  const say = useSay();
  const alarms = useOwnAlarms();
  const { alarm, failed } = useAlarmState();
  if (!alarm) return null;
  const { received } = alarm;
  const putAway = () => void alarms.putAway();
  if (!received)
    return (
      <div className="alarm-bar">
        <Notice
          tone="bad"
          title={t(failed ? "alarm.notSent" : "alarm.sending")}
          action={
            <>
              <a className="button" data-kind="grave" href="tel:110">
                {t("alarm.police")}
              </a>
              <Button onClick={putAway}>{t("alarm.withdraw")}</Button>
            </>
          }
        >
          {failed ? t("alarm.notSentText") : t("alarm.sendingText")}
        </Notice>
      </div>
    );
  if (received.answeredAt === undefined)
    return (
      <div className="alarm-bar">
        <Notice tone="warn" icon="check" title={t("alarm.arrived", { at: clock(received.receivedAt) })}>
          {t(received.position ? "alarm.waiting" : "alarm.waitingNoPlace")}
        </Notice>
      </div>
    );
  return (
    <div className="alarm-bar">
      <Notice
        tone="good"
        title={t("alarm.answered", {
          name: received.answeredBy ? say(received.answeredBy.name) : "",
          at: clock(received.answeredAt),
        })}
        action={<Button onClick={putAway}>{t("alarm.putAway")}</Button>}
      >
        {received.answer}
      </Notice>
    </div>
  );
}
