import { useInfiniteQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComponentState } from "@xiuhua/server/api";
import { TypeSelect } from "../responsibility/type-select.tsx";
import { ComponentTable } from "./component-table.tsx";
import { componentListQuery, componentStates } from "./queries.ts";

/** All components, by code or name, type and state. */
export function RegisterList({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation("components");
  const [words, setWords] = useState("");
  const [type, setType] = useState<string>();
  const [state, setState] = useState<ComponentState>();
  const text = useDeferredValue(words.trim());
  const list = useInfiniteQuery(
    componentListQuery({
      ...(text === "" ? {} : { text }),
      ...(type === undefined ? {} : { type }),
      ...(state === undefined ? {} : { state }),
    }),
  );
  return (
    <>
      <div className="components-tools">
        <Input.Search
          allowClear
          className="components-search"
          maxLength={60}
          aria-label={t("search")}
          placeholder={t("search")}
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <TypeSelect
          withClasses
          className="components-type"
          aria-label={t("type")}
          placeholder={t("type")}
          {...(type === undefined ? {} : { value: type })}
          onChange={(next: string | undefined) => setType(next)}
        />
        <Select<ComponentState>
          allowClear
          className="components-state"
          aria-label={t("stateTitle")}
          placeholder={t("stateTitle")}
          {...(state === undefined ? {} : { value: state })}
          onChange={(next: ComponentState | undefined) => setState(next)}
          options={componentStates.map((value) => ({ value, label: t(`state.${value}`) }))}
        />
      </div>
      <ComponentTable list={list} empty={t("none")} onChoose={onChoose} />
    </>
  );
}
