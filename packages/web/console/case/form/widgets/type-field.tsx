import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CatalogueType } from "@xiuhua/server/api";
import { classesQuery, typeQuery, typesQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { asText } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { useFormAround } from "../form-context.ts";

/** A type of the catalogue, found by name, pinyin initials, English or either code. */
export function TypeField(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation("case");
  const say = useSay();
  const { place } = useFormAround();
  const [search, setSearch] = useState("");
  const text = useDeferredValue(search.trim());
  const chosen = asText(value);
  const { data: found, isFetching } = useQuery({ ...typesQuery(text, place), placeholderData: (before) => before });
  const { data: current } = useQuery({ ...typeQuery(chosen ?? ""), enabled: chosen !== undefined });
  const { data: classes = [] } = useQuery(classesQuery);
  const className = ({ classCode }: CatalogueType) => {
    const named = classes.find((one) => one.code === classCode);
    return named ? say(named.name) : classCode;
  };
  const option = (type: CatalogueType) => ({ value: type.code, label: say(type.name), type });
  const listed = (found ?? []).map(option);
  // The chosen one must be in the list, or the box shows its bare code.
  const options = current && !listed.some((one) => one.value === current.code) ? [option(current), ...listed] : listed;
  return (
    <Select
      {...idOf(props)}
      loading={isFetching}
      allowClear={!field.required}
      placeholder={t("form.type.placeholder")}
      notFoundContent={t("form.type.none")}
      listHeight={360}
      options={options}
      optionRender={({ data: { type } }) => (
        <span className="case-option">
          <span>
            <span className="case-code">{type.code}</span> {say(type.name)}
          </span>
          <span className="case-option-about">
            {t(`form.type.${type.kind}`)} · {className(type)}
            {type.code2013 !== undefined && ` · ${t("form.type.old", { code: type.code2013 })}`}
          </span>
        </span>
      )}
      labelRender={({ label, value: code }) => (
        <>
          <span className="case-code">{code}</span> {label}
        </>
      )}
      showSearch={{ filterOption: false, onSearch: setSearch }}
      value={chosen ?? null}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  );
}
