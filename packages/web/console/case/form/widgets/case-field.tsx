import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { caseQuery } from "../../../../shared/api/index.ts";
import { useStateTitle } from "../../use-titles.ts";
import { asText } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";

/** Another case by its number, with a glance at what it is. */
export function CaseField(props: ControlProps) {
  const { t } = useTranslation("case");
  const stateTitle = useStateTitle();
  const no = useDeferredValue(asText(props.value)?.trim() ?? "");
  const { data, isError } = useQuery({ ...caseQuery(no), enabled: no.length >= 4, retry: false, staleTime: 60_000 });
  return (
    <>
      <Input
        {...idOf(props)}
        className="number"
        allowClear
        value={asText(props.value) ?? ""}
        onChange={(event) => props.onChange?.(event.target.value)}
      />
      {no.length >= 4 && isError && <div className="case-hint">{t("form.case.missing")}</div>}
      {data && data.no === no && (
        <a className="case-glance" href={`/cases/${encodeURIComponent(no)}`} target="_blank" rel="noreferrer">
          <span className="case-glance-state">{stateTitle(data.procedure, data.state)}</span>
          <span>{data.title}</span>
          {data.place && <span className="case-faint">{data.place.text}</span>}
        </a>
      )}
    </>
  );
}
