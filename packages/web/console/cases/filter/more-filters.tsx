import { DatePicker, Select, Tag } from "antd";
import { useTranslation } from "react-i18next";
import { cityInstant, cityTime } from "../../../shared/time/index.ts";
import { choicesOf } from "../table/choices.ts";
import { hasField } from "../table/fitting.ts";
import { useNames } from "../table/names.ts";
import { kinds, type ListFilter } from "./list-filter.ts";
import type { FilterPart } from "./use-filter.ts";

interface MoreFiltersProps {
  readonly filter: ListFilter;
  readonly onChange: (part: FilterPart) => void;
}

export function MoreFilters({ filter, onChange }: MoreFiltersProps) {
  const { t } = useTranslation("cases");
  const names = useNames();
  const shown = names.procedures.filter(({ id }) => filter.procedure === undefined || id === filter.procedure);
  const requests = shown.flatMap((procedure) =>
    Object.keys(procedure.requests).map((name) => ({ value: name, label: names.request(procedure.id, name) })),
  );
  const sources = [...new Set(shown.flatMap(({ subject }) => choicesOf(subject, "source").map(([value]) => value)))];
  return (
    <div className="filter-line">
      <DatePicker.RangePicker
        className="filter-dates"
        allowEmpty={[true, true]}
        aria-label={t("filter.opened")}
        placeholder={[t("filter.openedFrom"), t("filter.openedTo")]}
        value={[
          filter.openedFrom === undefined ? null : cityTime(filter.openedFrom),
          // The end is the first instant that is left out: show the day before it.
          filter.openedTo === undefined ? null : cityTime(filter.openedTo).subtract(1, "day"),
        ]}
        onChange={(days) => {
          const [from, to] = days ?? [null, null];
          onChange({
            openedFrom: from ? cityInstant(from.startOf("day")) : undefined,
            openedTo: to ? cityInstant(to.add(1, "day").startOf("day")) : undefined,
          });
        }}
      />
      {sources.length > 0 && (
        <Choice
          label={t("filter.source")}
          value={filter.source}
          options={sources.map((value) => ({ value, label: names.source(value) }))}
          onChange={(source) => onChange({ source })}
        />
      )}
      {requests.length > 0 && (
        <Choice
          label={t("filter.request")}
          value={filter.request}
          options={requests}
          onChange={(request) => onChange({ request })}
        />
      )}
      {shown.some((procedure) => hasField(procedure, "type")) && (
        <Choice
          label={t("filter.kind")}
          value={filter.kind}
          options={kinds.map((value) => ({ value, label: t(`filter.${value}`) }))}
          onChange={(kind) => onChange({ kind: kinds.find((one) => one === kind) })}
        />
      )}
      {names.procedures.length > 1 && (
        <Choice
          label={t("filter.procedure")}
          value={filter.procedure}
          options={names.procedures.map((one) => ({ value: one.id, label: names.procedure(one.id) }))}
          onChange={(procedure) => onChange({ procedure })}
        />
      )}
      {filter.box !== undefined && (
        <Tag closable onClose={() => onChange({ box: undefined })}>
          {t("filter.box")}
        </Tag>
      )}
      {filter.polygon !== undefined && (
        <Tag closable onClose={() => onChange({ polygon: undefined })}>
          {t("filter.polygon")}
        </Tag>
      )}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select<string>
      className="filter-choice"
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      options={options}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
