import { AimOutlined, CloseOutlined } from "@ant-design/icons";
import type { UseQueryResult } from "@tanstack/react-query";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { FieldPerson, FieldTrack } from "@xiuhua/server/api";
import { cityTime } from "../../../shared/time/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { DayPicker } from "../day-picker.tsx";

interface PersonCardProps {
  readonly id: string;
  /** Where they are on duty now. */
  readonly person: FieldPerson | undefined;
  readonly track: UseQueryResult<FieldTrack>;
  readonly day: string;
  readonly onDay: (day: string) => void;
  readonly onGo: (to: { readonly lng: number; readonly lat: number }) => void;
  readonly onClose: () => void;
}

const clock = (at: string): string => cityTime(at).format("HH:mm");

/** One person over the map: where they are now, and their way of a day. */
export function PersonCard({ id, person, track, day, onDay, onGo, onClose }: PersonCardProps) {
  const { t } = useTranslation("street");
  const say = useSay();
  const { data } = track;
  const named = person?.person ?? data?.person;
  const last = data?.points.at(-1);
  const now = person?.position;
  return (
    <section className="patrol-card" aria-label={named ? say(named.name) : id}>
      <header>
        <strong>{named ? say(named.name) : id}</strong>
        {person && <small>{say(person.roleTitle)}</small>}
        <span className="patrol-space" />
        <Button type="text" size="small" icon={<CloseOutlined />} aria-label={t("card.close")} onClick={onClose} />
      </header>
      {person && (
        <p className="patrol-card-now">
          {person.unit && <span>{say(person.unit.name)}</span>}
          <span className="number">
            {now
              ? `${t("people.seen", { at: clock(now.at) })} ${t("card.accuracy", { metres: Math.round(now.accuracy) })}`
              : t("people.noPosition")}
          </span>
          {person.area && <span>{say(person.area.name)}</span>}
          {person.cell && <span className="number">{person.cell}</span>}
        </p>
      )}
      <div className="patrol-card-day">
        <DayPicker label={t("card.day")} day={day} onChange={onDay} />
        {(now ?? last) && (
          <Button icon={<AimOutlined />} onClick={() => onGo(now ?? last ?? { lng: 0, lat: 0 })}>
            {t("card.follow")}
          </Button>
        )}
      </div>
      {track.isPending && <Skeleton active title={false} paragraph={{ rows: 1 }} />}
      {track.error && <Failure error={track.error} onRetry={() => void track.refetch()} />}
      {data && (
        <ul className="patrol-card-track number">
          {data.shifts.map((shift) => (
            <li key={shift.id}>
              {t(shift.endedAt === undefined ? "card.shiftOpen" : "card.shift", {
                from: clock(shift.startedAt),
                to: clock(shift.endedAt ?? shift.endsAt),
              })}
            </li>
          ))}
          <li>
            {data.points.length === 0
              ? t("card.none")
              : t("card.metres", { kilometres: (data.metres / 1000).toFixed(1), points: data.points.length })}
          </li>
        </ul>
      )}
    </section>
  );
}
