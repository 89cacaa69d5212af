import { useQuery } from "@tanstack/react-query";
import { Button, Form, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComponentPage } from "@xiuhua/server/api";
import { get } from "../../../../shared/api/index.ts";
import { useSay } from "../../../../shared/words/index.ts";
import { asText, pointOf } from "../../../../shared/case/index.ts";
import { idOf, type ControlProps } from "../control.ts";
import { useFormAround } from "../form-context.ts";
import { ComponentMap } from "./component-map.tsx";

/** Half the side of the box that is searched around the point, in degrees: some hundred metres. */
const reach = 0.001;
const most = 20;

/** A component near the place of the form or of its case, the nearest first; or any by its code or name; or with a click on the map. */
export function ComponentField(props: ControlProps) {
  const { t } = useTranslation("case");
  const say = useSay();
  const around = useFormAround().place;
  const point = pointOf(Form.useWatch<unknown>("place")) ?? around;
  const [search, setSearch] = useState("");
  const [onMap, setOnMap] = useState(false);
  const text = useDeferredValue(search.trim());
  const value = asText(props.value);
  const found = useQuery({
    queryKey: ["components", "pick", text, text === "" ? point : undefined],
    queryFn: ({ signal }) =>
      get<ComponentPage>(
        "/components",
        text === "" && point
          ? { box: boxAround(point), near: `${point.lng},${point.lat}`, limit: most }
          : { text, limit: most },
        signal,
      ),
    enabled: text !== "" || point !== undefined,
    placeholderData: (before) => before,
  });
  const items = found.data?.items ?? [];
  const options = items.map((one) => ({ value: one.code, label: one.name, one }));
  return (
    <>
      <Select<string, { value: string; label: string; one?: (typeof items)[number] }>
        {...idOf(props)}
        allowClear={!props.field.required}
        loading={found.isFetching}
        placeholder={t(point ? "form.component.near" : "form.component.search")}
        notFoundContent={t("form.component.none")}
        options={options}
        optionRender={({ data: { one, value: code } }) => (
          <span className="case-option">
            <span>
              <span className="case-code">{code}</span> {one?.name}
            </span>
            <span className="case-option-about">
              {one && say(one.type.name)}
              {one?.distanceMetres !== undefined &&
                ` · ${t("form.component.distance", { count: Math.round(one.distanceMetres) })}`}
            </span>
          </span>
        )}
        labelRender={({ label, value: code }) => (
          <>
            <span className="case-code">{code}</span> {label === code ? "" : label}
          </>
        )}
        showSearch={{ filterOption: false, onSearch: setSearch }}
        value={value ?? null}
        onChange={(next: string | null) => props.onChange?.(next ?? undefined)}
      />
      {point && (
        <Button type="link" className="case-component-toggle" aria-expanded={onMap} onClick={() => setOnMap(!onMap)}>
          {t(onMap ? "form.component.hideMap" : "form.component.onMap")}
        </Button>
      )}
      {point && onMap && <ComponentMap point={point} code={value} onPick={(code) => props.onChange?.(code)} />}
    </>
  );
}

function boxAround({ lng, lat }: { lng: number; lat: number }): string {
  return [lng - reach, lat - reach, lng + reach, lat + reach].map((degrees) => degrees.toFixed(6)).join(",");
}
