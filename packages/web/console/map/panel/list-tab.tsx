import { ArrowsAltOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { writeFilter, type ListFilter } from "../../cases/filter/list-filter.ts";
import { CaseList } from "../../cases/list/case-list.tsx";
import { EmptyList } from "../../cases/list/empty-list.tsx";
import { ExportMenu } from "../../cases/list/export-menu.tsx";
import type { TableView } from "../../cases/table/column-names.ts";
import { useTableView } from "../../cases/table/use-view.ts";
import { ViewMenu } from "../../cases/table/view-menu.tsx";

interface ListTabProps {
  readonly filter: ListFilter;
  /** Whether it is of a shape that was drawn. */
  readonly drawn: boolean;
  readonly onClear: () => void;
}

/** Room for what tells a case apart beside the map. */
const beside: TableView = { columns: ["light", "no", "title", "state"], dense: true };

/** The cases of the map as a list: of what was drawn, else of what is in sight. Everything on the map can be reached here by keys. */
export function ListTab({ filter, drawn, onClear }: ListTabProps) {
  const { t } = useTranslation("map");
  const table = useTableView("map", beside);
  return (
    <div className="map-list">
      <div className="map-list-head">
        <strong>{t(drawn ? "list.drawn" : "list.sight")}</strong>
        {drawn && (
          <Button size="small" type="link" onClick={onClear}>
            {t("draw.clear")}
          </Button>
        )}
        <span className="page-head-space" />
        <ExportMenu filter={filter} columns={table.view.columns} />
        <ViewMenu view={table.view} onChange={table.change} onReset={table.reset} />
        <Link to={`/cases?${writeFilter(filter).toString()}`} title={t("list.open")}>
          <Button icon={<ArrowsAltOutlined />} aria-label={t("list.open")} tabIndex={-1} />
        </Link>
      </div>
      <CaseList
        filter={filter}
        view={table.view}
        wants={(state) => filter.state === undefined || filter.state.includes(state)}
        empty={<EmptyList title={t(drawn ? "list.noneDrawn" : "list.none")} hint={t("list.hint")} />}
      />
    </div>
  );
}
