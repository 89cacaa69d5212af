import { Table } from "antd";
import { useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";
import type { CaseSummary } from "@xiuhua/server/api";
import { useNow } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import type { TableView } from "./column-names.ts";
import { columnsOf } from "./columns.tsx";
import { useNames } from "./names.ts";
import { useListKeys } from "./use-keys.ts";
import "./case-table.css";

interface CaseTableProps {
  readonly rows: readonly CaseSummary[];
  readonly view: TableView;
  readonly loading: boolean;
  /** Older rows shown while newer ones are on their way. */
  readonly stale: boolean;
  readonly empty: ReactNode;
  readonly selected: readonly string[];
  readonly onSelect: (numbers: readonly string[]) => void;
  readonly onHelp: () => void;
}

/** Rows of cases for mouse and keyboard. */
export function CaseTable({ rows, view, loading, stale, empty, selected, onSelect, onHelp }: CaseTableProps) {
  const { t } = useTranslation("cases");
  const say = useSay();
  const names = useNames();
  const now = useNow();
  const navigate = useNavigate();
  const frame = useRef<HTMLDivElement>(null);
  const [currentNo, setCurrent] = useState<string>();
  const at = rows.findIndex((row) => row.no === currentNo);
  const data = useMemo(() => [...rows], [rows]);
  const order = useMemo(() => ({ order: rows.map((row) => row.no) }), [rows]);
  const several = new Set(rows.map((row) => row.procedure)).size > 1;
  const columns = columnsOf(view.columns, { say, names, now, t, order, several });
  const openCase = (no: string) => void navigate(`/cases/${no}`, { state: order });

  useEffect(() => {
    if (currentNo === undefined) return;
    frame.current?.querySelector(`tr[data-row-key="${CSS.escape(currentNo)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [currentNo]);

  const toggle = (no: string) =>
    onSelect(selected.includes(no) ? selected.filter((one) => one !== no) : [...selected, no]);

  useListKeys({
    move: (by) => setCurrent(rows[Math.max(0, Math.min(rows.length - 1, at < 0 && by < 0 ? 0 : at + by))]?.no),
    open: () => {
      const row = rows[at];
      if (row) openCase(row.no);
    },
    select: () => {
      const row = rows[at];
      if (row) toggle(row.no);
    },
    escape: () => onSelect([]),
    help: onHelp,
  });

  return (
    <div className="rows" ref={frame} data-stale={stale} data-dense={view.dense}>
      <Table<CaseSummary>
        size="small"
        tableLayout="fixed"
        rowKey="no"
        aria-label={t("table")}
        aria-busy={loading || stale}
        columns={columns}
        dataSource={data}
        pagination={false}
        loading={loading}
        locale={{ emptyText: loading ? <div className="rows-room" /> : empty }}
        rowSelection={{
          columnWidth: 36,
          selectedRowKeys: [...selected],
          onChange: (keys) => onSelect(keys.map(String)),
          getTitleCheckboxProps: () => ({ "aria-label": t("select.all") }),
          getCheckboxProps: (row) => ({ "aria-label": t("select.row", { no: row.no }) }),
        }}
        rowClassName={(row) => (row.no === currentNo ? "row-current" : "")}
        onRow={(row) => ({
          "aria-current": row.no === currentNo ? true : undefined,
          onClick: (event) => {
            setCurrent(row.no);
            if (opens(event.target)) openCase(row.no);
          },
        })}
      />
    </div>
  );
}

/** A click on a row opens it, unless it hit something of its own or text is being marked. */
function opens(target: EventTarget): boolean {
  if (target instanceof Element && target.closest("a, button, input, label, .ant-table-selection-column")) return false;
  return (getSelection()?.toString() ?? "") === "";
}
