import { useQuery } from "@tanstack/react-query";
import { Select, type SelectProps } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import { classesQuery, typeQuery, typesQuery } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";

interface TypeSelectProps extends Omit<SelectProps<string>, "options"> {
  /** Whether whole classes may be chosen too. */
  readonly withClasses?: boolean;
}

/** A type of the catalogue, or a class, found by name, pinyin initials, English or code. */
export function TypeSelect({ withClasses = false, ...props }: TypeSelectProps) {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const [search, setSearch] = useState("");
  const text = useDeferredValue(search.trim());
  const { data: types = [], isFetching } = useQuery({ ...typesQuery(text), placeholderData: (before) => before });
  const { data: classes = [] } = useQuery(classesQuery);
  const chosen = props.value ?? "";
  const { data: current } = useQuery({ ...typeQuery(chosen), enabled: chosen.length > 2 });
  const classOptions = withClasses
    ? classes
        .filter(({ code, name }) => text === "" || code.startsWith(text) || say(name).includes(text))
        .map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}${t("rule.wholeClass")}` }))
    : [];
  const listed = types.map(({ code, name }) => ({ value: code, label: `${code} ${say(name)}` }));
  const all = [...classOptions, ...listed];
  // The chosen one must be in the list, or the box shows its bare code.
  const options =
    current && !all.some((one) => one.value === current.code)
      ? [{ value: current.code, label: `${current.code} ${say(current.name)}` }, ...all]
      : all;
  return (
    <Select<string>
      {...props}
      allowClear
      loading={isFetching}
      options={options}
      showSearch={{ filterOption: false, onSearch: setSearch }}
    />
  );
}
