import type { UseQueryResult } from "@tanstack/react-query";
import { AimOutlined } from "@ant-design/icons";
import { Button, Empty, Skeleton } from "antd";
import { useEffect, useEffectEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Alarm } from "@xiuhua/server/api";
import { minuteText, secondText } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { AnswerDialog } from "../alarms/index.ts";

interface AlarmsTabProps {
  readonly alarms: UseQueryResult<readonly Alarm[]>;
  /** The one that is looked at. */
  readonly chosen: string | undefined;
  /** Whether the map can be moved yet. */
  readonly ready: boolean;
  readonly onLook: (to: { readonly lng: number; readonly lat: number }) => void;
}

/** Arriving this much later than pressed, it is said: the phone had no network. */
const lateMs = 60_000;

/** Alarms, the unanswered first: who, when, where; who answered and what. */
export function AlarmsTab({ alarms, chosen, ready, onLook }: AlarmsTabProps) {
  const { t } = useTranslation("street");
  const say = useSay();
  const [answering, setAnswering] = useState<Alarm>();
  const { data } = alarms;
  const wanted = data?.find(({ id }) => id === chosen)?.position;
  const look = useEffectEvent(() => wanted && onLook(wanted));
  const there = wanted !== undefined;
  useEffect(() => {
    if (ready && there) look();
  }, [chosen, ready, there]);
  if (alarms.error) return <Failure error={alarms.error} onRetry={() => void alarms.refetch()} />;
  if (!data) return <Skeleton active />;
  if (data.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("alarm.none")} />;
  return (
    <ul className="patrol-alarms">
      {data.map((alarm) => {
        const { id, person, at, receivedAt, position, area, text, answeredAt, answeredBy, answer } = alarm;
        return (
          <li key={id} data-open={answeredAt === undefined} data-chosen={id === chosen}>
            <div className="patrol-alarm-head">
              <strong>{say(person.name)}</strong>
              <span className="number">{t("alarm.at", { at: secondText(at) })}</span>
            </div>
            {Date.parse(receivedAt) - Date.parse(at) > lateMs && (
              <p className="soft number">{t("alarm.late", { at: secondText(receivedAt) })}</p>
            )}
            <p>
              {[area ? say(area.name) : undefined, text, position ? undefined : t("alarm.noPlace")]
                .filter(Boolean)
                .join(" · ")}
            </p>
            {answeredAt !== undefined && answeredBy ? (
              <p className="soft">
                {t("alarm.answeredBy", { name: say(answeredBy.name), at: minuteText(answeredAt) })}
                <br />
                {answer}
              </p>
            ) : (
              <p className="patrol-alarm-open">{t("alarm.waiting")}</p>
            )}
            <div className="patrol-alarm-tools">
              {position && (
                <Button size="small" icon={<AimOutlined />} onClick={() => onLook(position)}>
                  {t("alarm.look")}
                </Button>
              )}
              {answeredAt === undefined && (
                <Button size="small" type="primary" danger onClick={() => setAnswering(alarm)}>
                  {t("alarm.answer")}
                </Button>
              )}
            </div>
          </li>
        );
      })}
      {answering && <AnswerDialog alarm={answering} onClose={() => setAnswering(undefined)} />}
    </ul>
  );
}
