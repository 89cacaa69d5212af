import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { useNames } from "../table/names.ts";
import type { ListFilter } from "./list-filter.ts";

interface SelectProps<Name extends "state" | "colour"> {
  readonly value: ListFilter[Name];
  readonly onChange: (value: ListFilter[Name] | undefined) => void;
  readonly className?: string;
}

/** States that a case may stand in, of one procedure or of all; a word that several of them have stands there once. */
export function StateSelect({
  procedure: only,
  value,
  onChange,
  className = "",
}: SelectProps<"state"> & { readonly procedure?: string | undefined }) {
  const { t } = useTranslation("cases");
  const names = useNames();
  const titles = new Map<string, Set<string>>();
  for (const procedure of names.procedures.filter(({ id }) => only === undefined || id === only))
    for (const state of Object.keys(procedure.states))
      titles.set(state, (titles.get(state) ?? new Set()).add(names.state(procedure.id, state)));
  return (
    <Select
      className={className}
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("filter.state")}
      placeholder={t("filter.state")}
      value={value ?? []}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
      options={[...titles].map(([state, said]) => ({ value: state, label: [...said].join(" / ") }))}
    />
  );
}

/** Lights of the clocks. */
export function ColourSelect({ value, onChange, className = "" }: SelectProps<"colour">) {
  const { t } = useTranslation("cases");
  return (
    <Select
      className={className}
      mode="multiple"
      maxTagCount="responsive"
      allowClear
      showSearch={false}
      aria-label={t("filter.colour")}
      placeholder={t("filter.colour")}
      value={value ?? []}
      onChange={(chosen) => onChange(chosen.length > 0 ? chosen : undefined)}
      options={(["red", "yellow", "green"] as const).map((colour) => ({
        value: colour,
        label: t(`counter.${colour}`),
      }))}
    />
  );
}
