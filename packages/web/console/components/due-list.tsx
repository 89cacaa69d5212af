import { useInfiniteQuery } from "@tanstack/react-query";
import { Checkbox } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ComponentTable } from "./component-table.tsx";
import { componentDueQuery } from "./queries.ts";

/** Inspections that are due today or were before, the longest overdue first. */
export function DueList({ onChoose }: { onChoose: (code: string) => void }) {
  const { t } = useTranslation("components");
  const [mine, setMine] = useState(false);
  const list = useInfiniteQuery(componentDueQuery(mine));
  return (
    <>
      <div className="components-tools">
        <Checkbox checked={mine} onChange={(event) => setMine(event.target.checked)}>
          {t("mine")}
        </Checkbox>
      </div>
      <ComponentTable list={list} empty={t("noneDue")} onChoose={onChoose} />
    </>
  );
}
