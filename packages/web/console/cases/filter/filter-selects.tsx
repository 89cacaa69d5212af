import { useQuery } from "@tanstack/react-query";
import { Select, TreeSelect } from "antd";
import { useDeferredValue, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { areasQuery, classesQuery, typeQuery, typesQuery, unitsQuery } from "../../../shared/api/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { areaTree } from "./area-tree.ts";

interface SelectProps {
  readonly value: string | undefined;
  readonly onChange: (value: string | undefined) => void;
}

/** A class or a single type: classes stand ready, types are searched by name, initials or code. */
export function TypeSelect({ value, onChange }: SelectProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const classes = useQuery(classesQuery);
  const found = useQuery({ ...typesQuery(wanted), enabled: wanted !== "" });
  const isType = value !== undefined && value.length > 2;
  const chosen = useQuery({ ...typeQuery(value ?? ""), enabled: isType });
  const classOptions = (classes.data ?? [])
    // Only the codes in force are shown: an older code finds the same cases through the search.
    .filter((one) => !one.code.includes(":"))
    .map((one) => ({ value: one.code, label: `${one.code} ${say(one.name)}` }));
  const typeOptions = (wanted === "" ? [] : (found.data ?? [])).map((one) => ({
    value: one.code,
    label: `${say(one.name)} ${one.code}`,
  }));
  const kept =
    chosen.data && isType && !typeOptions.some((one) => one.value === value)
      ? [{ value: chosen.data.code, label: say(chosen.data.name) }]
      : [];
  return (
    <Select<string>
      className="filter-type"
      allowClear
      popupMatchSelectWidth={280}
      showSearch={{ filterOption: false, onSearch: setText }}
      aria-label={t("filter.type")}
      placeholder={t("filter.type")}
      title={t("filter.typeSearch")}
      value={value ?? null}
      loading={found.isFetching}
      notFoundContent={t("filter.typeNone")}
      onChange={(code) => onChange(code ?? undefined)}
      options={wanted === "" ? [...kept, ...classOptions] : typeOptions}
    />
  );
}

export function AreaSelect({ value, onChange }: SelectProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const { data = [] } = useQuery(areasQuery);
  const tree = useMemo(() => areaTree(data, say), [data, say]);
  return (
    <TreeSelect<string | null>
      className="filter-area"
      allowClear
      popupMatchSelectWidth={260}
      showSearch={{ treeNodeFilterProp: "title" }}
      aria-label={t("filter.area")}
      placeholder={t("filter.area")}
      value={value ?? null}
      onChange={(code) => onChange(code ?? undefined)}
      treeData={tree}
    />
  );
}

export function DepartmentSelect({ value, onChange }: SelectProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const { data = [] } = useQuery(unitsQuery);
  return (
    <Select<string>
      className="filter-department"
      allowClear
      popupMatchSelectWidth={260}
      showSearch={{ optionFilterProp: "label" }}
      aria-label={t("filter.department")}
      placeholder={t("filter.department")}
      value={value ?? null}
      onChange={(id) => onChange(id ?? undefined)}
      options={data.map((unit) => ({ value: unit.id, label: say(unit.name) }))}
    />
  );
}
