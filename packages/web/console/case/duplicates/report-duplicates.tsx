import { useQuery } from "@tanstack/react-query";
import { Form } from "antd";
import { useDeferredValue } from "react";
import { useTranslation } from "react-i18next";
import { reportDuplicatesQuery } from "../../../shared/api/index.ts";
import { asText, pointOf } from "../../../shared/case/index.ts";
import { DuplicateList } from "./duplicate-list.tsx";

const most = 3;

/** In the form that opens a case: what others have reported nearby already. It informs; whoever reports decides. */
export function ReportDuplicates() {
  const { t } = useTranslation("case");
  const point = pointOf(Form.useWatch<unknown>("place"));
  const type = asText(Form.useWatch<unknown>("type"));
  const component = asText(Form.useWatch<unknown>("component"));
  const text = useDeferredValue(asText(Form.useWatch<unknown>("description"))?.trim() ?? "");
  const found = useQuery({
    ...reportDuplicatesQuery({
      ...(point ?? { lng: 0, lat: 0 }),
      ...(type === undefined ? {} : { type }),
      ...(component === undefined ? {} : { component }),
      ...(text === "" ? {} : { text }),
    }),
    enabled: point !== undefined,
    placeholderData: (before) => before,
  });
  const items = point === undefined ? [] : (found.data?.items.slice(0, most) ?? []);
  if (items.length === 0) return null;
  return (
    <section className="case-duplicates-around" aria-label={t("duplicates.report")}>
      <h3>{t("duplicates.report")}</h3>
      <DuplicateList items={items} />
    </section>
  );
}
