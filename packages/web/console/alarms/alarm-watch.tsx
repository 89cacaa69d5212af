import { SoundOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Alarm } from "@xiuhua/server/api";
import { cityTime } from "../../shared/time/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { useMe } from "../session/index.ts";
import "./alarms.css";
import { AnswerDialog } from "./answer-dialog.tsx";
import { alarmsQuery } from "./queries.ts";
import { useSiren } from "./use-siren.ts";
import { mayWatch } from "./watchers.ts";

/** Above every page of those who watch: alarms that nobody has answered, seen and heard. */
export function AlarmWatch() {
  const me = useMe();
  return mayWatch(me) ? <Watch /> : null;
}

function Watch() {
  const { t } = useTranslation("street");
  const { data } = useQuery(alarmsQuery);
  const [muted, setMuted] = useState<readonly string[]>([]);
  const [answering, setAnswering] = useState<Alarm>();
  const open = data?.filter(({ answeredAt }) => answeredAt === undefined) ?? [];
  const loud = open.some(({ id }) => !muted.includes(id));
  const heard = useSiren(loud);
  if (open.length === 0 && !answering) return null;
  return (
    <section className="alarms" role="alert" aria-label={t("alarm.open")}>
      {loud && !heard && (
        <p className="alarms-silent">
          <SoundOutlined /> {t("alarm.silent")}
        </p>
      )}
      {open.map((alarm) => (
        <Line
          key={alarm.id}
          alarm={alarm}
          muted={muted.includes(alarm.id)}
          onMute={() => setMuted([...muted, alarm.id])}
          onAnswer={() => setAnswering(alarm)}
        />
      ))}
      {answering && <AnswerDialog alarm={answering} onClose={() => setAnswering(undefined)} />}
    </section>
  );
}

interface LineProps {
  readonly alarm: Alarm;
  readonly muted: boolean;
  readonly onMute: () => void;
  readonly onAnswer: () => void;
}

function Line({ alarm, muted, onMute, onAnswer }: LineProps) {
  const { t } = useTranslation("street");
  const say = useSay();
  return (
    <div className="alarms-line">
      <strong>{t("alarm.by", { name: say(alarm.person.name) })}</strong>
      <span className="number">{cityTime(alarm.at).format("HH:mm:ss")}</span>
      <span>{alarm.area ? say(alarm.area.name) : t("alarm.noPlace")}</span>
      {alarm.text && <span>{alarm.text}</span>}
      <span className="alarms-space" />
      {!muted && <Button onClick={onMute}>{t("alarm.mute")}</Button>}
      <Link className="ant-btn alarms-link" to={`/patrol?tab=alarms&alarm=${encodeURIComponent(alarm.id)}`}>
        {t("alarm.look")}
      </Link>
      <Button type="primary" danger onClick={onAnswer}>
        {t("alarm.answer")}
      </Button>
    </div>
  );
}
