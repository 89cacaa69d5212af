import type { TableColumnType } from "antd";
import { Tag } from "antd";
import { Link } from "react-router";
import type { TFunction } from "i18next";
import type { CaseSummary, Words } from "@xiuhua/server/api";
import { minuteText, shortText } from "../../../shared/time/index.ts";
import { ClockLight } from "../../../shared/ui/index.ts";
import type { ColumnName } from "./column-names.ts";
import type { Names } from "./names.ts";
import { Thumbnail } from "./thumbnail.tsx";

type Column = Omit<TableColumnType<CaseSummary>, "title" | "key">;

interface Tools {
  readonly say: (words: Words) => string;
  readonly names: Names;
  readonly now: number;
  readonly t: TFunction<"cases">;
  /** Goes with each link, so that the case page knows the one before and after. */
  readonly order: { readonly order: readonly string[] };
  /** The rows are of several procedures, so each names its own. */
  readonly several: boolean;
}

const absent = <span className="absent">—</span>;

/** What each column shows of a row. Widths are for 1366 pixels; the description takes what is left. */
function definitions({ say, names, now, t, order, several }: Tools): Record<ColumnName, Column> {
  const time = (instant: string | undefined) =>
    instant === undefined ? (
      absent
    ) : (
      <time className="number" dateTime={instant} title={minuteText(instant)}>
        {shortText(instant, now)}
      </time>
    );
  return {
    light: {
      width: 134,
      render: (_, row) => <ClockLight colour={row.colour} dueAt={row.dueAt} warnAt={row.warnAt} />,
    },
    no: {
      width: 138,
      render: (_, row) => (
        <Link className="number row-no" to={`/cases/${row.no}`} state={order}>
          {row.no}
        </Link>
      ),
    },
    title: {
      ellipsis: true,
      render: (_, row) => (
        <span className="row-title">
          {row.photo !== undefined && <Thumbnail hash={row.photo} alt={t("photo")} />}
          {several && <span className="row-procedure">{names.procedure(row.procedure)}</span>}
          <span title={row.title}>{row.title}</span>
        </span>
      ),
    },
    type: { width: "8%", ellipsis: true, render: (_, row) => (row.type ? say(row.type.name) : absent) },
    place: { width: "13%", ellipsis: true, render: (_, row) => row.place?.text ?? absent },
    area: {
      width: "7.5%",
      ellipsis: true,
      render: (_, row) => (row.area ? <span title={say(row.area.name)}>{names.area(row.area)}</span> : absent),
    },
    cell: { width: 140, className: "number", render: (_, row) => row.cell ?? absent },
    state: {
      width: 88,
      ellipsis: true,
      render: (_, row) => (
        <span className="row-state">
          {names.state(row.procedure, row.state)}
          {row.requests.length > 0 && (
            <Tag
              className="row-request"
              title={row.requests.map((one) => names.request(row.procedure, one)).join("、")}
            >
              {row.requests.length}
            </Tag>
          )}
        </span>
      ),
    },
    requests: {
      width: 116,
      ellipsis: true,
      render: (_, row) =>
        row.requests.length > 0 ? row.requests.map((one) => names.request(row.procedure, one)).join("、") : absent,
    },
    department: {
      width: "10%",
      ellipsis: true,
      render: (_, row) => (row.department ? say(row.department.name) : absent),
    },
    source: { width: "7.5%", ellipsis: true, render: (_, row) => (row.source ? names.source(row.source) : absent) },
    openedAt: { width: 94, render: (_, row) => time(row.openedAt) },
    changedAt: { width: 94, render: (_, row) => time(row.changedAt) },
    dueAt: { width: 94, render: (_, row) => time(row.dueAt) },
  };
}

/** The chosen columns in their chosen order. */
export function columnsOf(chosen: readonly ColumnName[], tools: Tools): TableColumnType<CaseSummary>[] {
  const all = definitions(tools);
  return chosen.map((name) => ({ ...all[name], key: name, title: tools.t(`column.${name}`) }));
}
