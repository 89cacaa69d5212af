import type { UseQueryResult } from "@tanstack/react-query";
import { Empty, Input, Select, Skeleton } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { FieldPerson } from "@xiuhua/server/api";
import { cityTime } from "../../../shared/time/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { PersonSelect } from "../../people/fields/person-select.tsx";

interface PeopleTabProps {
  readonly people: UseQueryResult<readonly FieldPerson[]>;
  readonly chosen: string | undefined;
  readonly onChoose: (person: FieldPerson) => void;
  /** Somebody who may not be on duty now: their track of another day. */
  readonly onOther: (person: string) => void;
}

const clock = (at: string): string => cityTime(at).format("HH:mm");

/** Everybody on duty, by name and post. */
export function PeopleTab({ people, chosen, onChoose, onOther }: PeopleTabProps) {
  const { t } = useTranslation("street");
  const say = useSay();
  const [name, setName] = useState("");
  const [role, setRole] = useState<string>();
  const { data } = people;
  if (people.error) return <Failure error={people.error} onRetry={() => void people.refetch()} />;
  if (!data) return <Skeleton active />;
  const roles = new Map(data.map((one) => [one.role, say(one.roleTitle)]));
  const shown = data.filter(
    (one) =>
      (role === undefined || one.role === role) &&
      say(one.person.name).toLowerCase().includes(name.trim().toLowerCase()),
  );
  return (
    <>
      <div className="patrol-head">
        <strong>{t("people.count", { count: data.length })}</strong>
      </div>
      {data.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description={
            <>
              {t("people.none")}
              <br />
              <small>{t("people.noneHint")}</small>
            </>
          }
        />
      ) : (
        <div className="patrol-filter">
          <Input.Search
            allowClear
            placeholder={t("people.search")}
            aria-label={t("people.search")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <Select
            allowClear
            placeholder={t("people.all")}
            aria-label={t("people.all")}
            value={role}
            onChange={setRole}
            options={[...roles].map(([value, label]) => ({ value, label }))}
          />
        </div>
      )}
      <ul className="patrol-people">
        {shown.map((one) => (
          <li key={one.person.id}>
            <button
              type="button"
              aria-current={one.person.id === chosen}
              className="patrol-person"
              onClick={() => onChoose(one)}
            >
              <span>
                <strong>{say(one.person.name)}</strong> <small>{say(one.roleTitle)}</small>
                <small className="patrol-where">{one.area ? say(one.area.name) : one.unit && say(one.unit.name)}</small>
              </span>
              <small className="number">
                {t("people.since", { at: clock(one.shift.startedAt) })}
                <br />
                {one.position ? t("people.seen", { at: clock(one.position.at) }) : t("people.noPosition")}
              </small>
            </button>
          </li>
        ))}
      </ul>
      <label className="patrol-other">
        <span>{t("people.other")}</span>
        <PersonSelect aria-label={t("people.other")} value={null} onChange={onOther} />
      </label>
    </>
  );
}
