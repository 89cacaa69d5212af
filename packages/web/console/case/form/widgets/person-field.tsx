import { useQuery } from "@tanstack/react-query";
import { Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "@xiuhua/server/api";
import { peopleQuery } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { asText, asTexts } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { useFormAround } from "../form-context.ts";

/** A person who holds the role that the field asks for; those of the case's department come first. */
export function PersonField(props: ControlProps) {
  const { field, value, onChange } = props;
  const { t } = useTranslation("case");
  const say = useSay();
  const around = useFormAround();
  const [search, setSearch] = useState("");
  const text = useDeferredValue(search.trim());
  const role = field.offers[0];
  const { data, isFetching } = useQuery({
    ...peopleQuery({ ...(role === undefined ? {} : { role }), ...(text === "" ? {} : { text }) }),
    placeholderData: (before) => before,
  });
  const grantOf = (person: Person) =>
    person.grants.find((grant) => grant.role === role && grant.unit === around.department) ??
    person.grants.find((grant) => role === undefined || grant.role === role);
  const near = (person: Person) => (grantOf(person)?.unit === around.department ? 0 : 1);
  const options = (data ?? [])
    .filter((person) => person.active)
    .toSorted((one, other) => near(one) - near(other))
    .map((person) => {
      const grant = grantOf(person);
      return {
        value: person.id,
        label: say(person.name),
        about: [grant && say(grant.unitName), grant?.areaName && say(grant.areaName)].filter(Boolean).join(" · "),
      };
    });
  const shared = {
    ...idOf(props),
    loading: isFetching,
    allowClear: !field.required,
    placeholder: t("form.person.placeholder"),
    notFoundContent: t("form.person.none"),
    options,
    optionRender: ({ data: option }: { data: { label: string; about: string } }) => (
      <span className="case-option">
        <span>{option.label}</span>
        <span className="case-option-about">{option.about}</span>
      </span>
    ),
    showSearch: { filterOption: false, onSearch: setSearch, autoClearSearchValue: true },
  };
  return field.many ? (
    <Select mode="multiple" {...shared} value={asTexts(value)} onChange={(next: string[]) => onChange?.(next)} />
  ) : (
    <Select
      {...shared}
      value={asText(value) ?? null}
      labelRender={({ label, value: id }) => {
        const about = options.find((one) => one.value === id)?.about;
        return about ? (
          <>
            {label} <span className="case-faint">{about}</span>
          </>
        ) : (
          label
        );
      }}
      onChange={(next: string | null) => onChange?.(next ?? undefined)}
    />
  );
}
