import { useTranslation } from "react-i18next";
import type { DevicePosition } from "@xiuhua/server/api";
import { positionOf, shake } from "../../phone/index.ts";
import { Icon } from "../../ui/index.ts";
import "./alarm.css";
import { useAlarmState, useOwnAlarms } from "./context.ts";
import { holdMs, useHold } from "./use-hold.ts";

/** Help cannot wait for a satellite: after this the alarm goes without a position. */
const fixMs = 3_000;

/** Held, it calls the centre. */
export function AlarmButton() {
  const { t } = useTranslation("patrol");
  const alarms = useOwnAlarms();
  const { alarm } = useAlarmState();
  const { holding, hold } = useHold(() => {
    shake(400);
    void whereNow().then((position) => alarms.raise(position));
  });
  const waiting = alarm !== undefined && alarm.received?.answeredAt === undefined;
  return (
    <button type="button" className="alarm-button" disabled={waiting} data-holding={holding || undefined} {...hold}>
      <span className="alarm-fill" style={{ transitionDuration: `${holding ? holdMs : 0}ms` }} />
      <Icon name="alert" />
      <span>{t(waiting ? "alarm.raised" : holding ? "alarm.holding" : "alarm.hold")}</span>
    </button>
  );
}

function whereNow(): Promise<DevicePosition | undefined> {
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      (fix) => resolve(positionOf(fix)),
      () => resolve(undefined),
      { enableHighAccuracy: true, maximumAge: 60_000, timeout: fixMs },
    );
    // Where the person is still asked whether we may know, nothing above runs out.
    setTimeout(() => resolve(undefined), fixMs + 500);
  });
}
