import { QuestionCircleOutlined } from "@ant-design/icons";
import { Button, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { sorts, type ListFilter } from "../filter/list-filter.ts";
import type { FilterPart } from "../filter/use-filter.ts";
import { ImportLink } from "../../ledgers/index.ts";
import { SavedFilters } from "../saved/saved-filters.tsx";
import type { useTableView } from "../table/use-view.ts";
import { ViewMenu } from "../table/view-menu.tsx";
import { ExportMenu } from "./export-menu.tsx";
import { ListHelp } from "./list-help.tsx";

interface ListToolsProps {
  readonly filter: ListFilter;
  readonly onChange: (part: FilterPart) => void;
  /** Where saved filters are offered: takes the whole of one. */
  readonly onReplace?: (filter: ListFilter) => void;
  readonly table: ReturnType<typeof useTableView>;
}

/** What stands at the right above every list: order (a queue has its own), saved filters, export, columns, help. */
export function ListTools({ filter, onChange, onReplace, table }: ListToolsProps) {
  const { t } = useTranslation("cases");
  const [help, setHelp] = useState(false);
  return (
    <>
      {filter.queue !== "mine" && (
        <Select
          className="list-sort"
          aria-label={t("sort.label")}
          value={filter.sort ?? "due"}
          onChange={(sort) => onChange({ sort })}
          options={sorts.map((value) => ({ value, label: t(`sort.${value}`) }))}
        />
      )}
      {onReplace && <SavedFilters filter={filter} onChoose={onReplace} />}
      {onReplace && <ImportLink procedure={filter.procedure} />}
      <ExportMenu filter={filter} columns={table.view.columns} />
      <ViewMenu view={table.view} onChange={table.change} onReset={table.reset} />
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        aria-label={t("keys.open")}
        title={t("keys.open")}
        onClick={() => setHelp(true)}
      />
      <ListHelp open={help} onClose={() => setHelp(false)} />
    </>
  );
}
