import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { caseQuery } from "../../../../shared/api/index.ts";
import { useStateTitle } from "../../use-titles.ts";
import { asText, asTexts } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";

/** Another case by its number, or several, each with a glance at what it is. */
export function CaseField(props: ControlProps) {
  const { t } = useTranslation("case");
  const typed = useDeferredValue(asText(props.value)?.trim() ?? "");
  const numbers = props.field.many ? asTexts(props.value) : [typed];
  return (
    <>
      {props.field.many ? (
        <Select
          {...idOf(props)}
          mode="tags"
          className="number"
          open={false}
          suffixIcon={null}
          tokenSeparators={[" ", ",", "，", "、", "\n", "\t"]}
          placeholder={t("form.case.many")}
          value={numbers}
          onChange={(next: string[]) =>
            props.onChange?.([...new Set(next.map((one) => one.trim()))].filter((one) => one !== ""))
          }
        />
      ) : (
        <Input
          {...idOf(props)}
          className="number"
          allowClear
          value={asText(props.value) ?? ""}
          onChange={(event) => props.onChange?.(event.target.value)}
        />
      )}
      {numbers.map((no) => no.length >= 4 && <Glance key={no} no={no} />)}
    </>
  );
}

function Glance({ no }: { no: string }) {
  const { t } = useTranslation("case");
  const stateTitle = useStateTitle();
  const { data, isError } = useQuery({ ...caseQuery(no), retry: false, staleTime: 60_000 });
  if (isError)
    return (
      <div className="case-hint">
        <span className="number">{no}</span> {t("form.case.missing")}
      </div>
    );
  if (!data || data.no !== no) return null;
  return (
    <a className="case-glance" href={`/cases/${encodeURIComponent(no)}`} target="_blank" rel="noreferrer">
      <span className="case-glance-state">{stateTitle(data.procedure, data.state)}</span>
      <span>{data.title}</span>
      {data.place && <span className="case-faint">{data.place.text}</span>}
    </a>
  );
}
