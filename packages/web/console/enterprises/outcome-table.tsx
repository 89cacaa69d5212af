import { Table, type TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { listOf, outcomes, type Counts, type Outcome } from "./board.ts";

export type OutcomeRow = Counts & {
  readonly key: string;
  readonly name: string;
  /** What narrows the ledger to this row. */
  readonly conditions: Readonly<Record<string, string | undefined>>;
};

interface OutcomeTableProps {
  /** What a row is. */
  readonly title: string;
  readonly rows: readonly OutcomeRow[];
}

/** One row for each unit or month, every figure a link to its list, with a strip of how much was solved when. */
export function OutcomeTable({ title, rows }: OutcomeTableProps) {
  const { t } = useTranslation("enterprises");
  const figure = (name: "total" | Outcome): TableColumnType<OutcomeRow> => ({
    key: name,
    title: t(`outcome.${name}`),
    align: "right",
    width: 82,
    render: (_, row) =>
      row[name] === 0 ? (
        <span className="enterprise-none number">0</span>
      ) : (
        <Link
          className="number"
          data-outcome={name}
          to={listOf({ ...row.conditions, ...(name === "total" ? {} : { solved: name }) })}
        >
          {row[name]}
        </Link>
      ),
  });
  return (
    <Table<OutcomeRow>
      size="small"
      rowKey="key"
      dataSource={[...rows]}
      pagination={false}
      aria-label={title}
      locale={{ emptyText: t("none") }}
      columns={[
        { key: "name", title, ellipsis: true, render: (_, { name }) => name },
        { key: "strip", title: "", width: 120, render: (_, row) => <Strip counts={row} /> },
        figure("total"),
        ...outcomes.map(figure),
      ]}
    />
  );
}

function Strip({ counts }: { counts: Counts }) {
  return (
    <span className="enterprise-strip" aria-hidden="true">
      {outcomes.map((name) => (
        <span key={name} data-outcome={name} style={{ flexGrow: counts[name] }} />
      ))}
    </span>
  );
}
