import { Table, type TableColumnType } from "antd";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { useSay } from "../../shared/words/index.ts";
import { listOf, pledges, type Pledge, type PledgeUnit } from "./pledges.ts";

interface UnitTableProps {
  readonly units: readonly PledgeUnit[];
  readonly procedure: string | undefined;
}

/** A row for each unit, the one with most to answer for first; every figure opens its list. */
export function UnitTable({ units, procedure }: UnitTableProps) {
  const { t } = useTranslation("pledges");
  const say = useSay();
  const figure = (pledge: Pledge): TableColumnType<PledgeUnit> => ({
    key: pledge,
    title: t(`short.${pledge}`),
    align: "right",
    sorter: (one, other) => one[pledge] - other[pledge],
    sortDirections: ["descend", "ascend"],
    render: (_, row) =>
      row[pledge] === 0 ? (
        <span className="pledge-none number">0</span>
      ) : (
        <Link className="pledge-figure number" to={listOf(pledge, row.unit?.id ?? "-", procedure)}>
          {row[pledge]}
        </Link>
      ),
  });
  return (
    <Table<PledgeUnit>
      size="small"
      rowKey={({ unit }) => unit?.id ?? ""}
      dataSource={units}
      pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
      locale={{ emptyText: t("none") }}
      aria-label={t("byUnit")}
      columns={[
        { key: "unit", title: t("unit"), render: (_, { unit }) => (unit ? say(unit.name) : t("centre")) },
        {
          key: "open",
          title: t("open"),
          align: "right",
          sorter: (one, other) => one.open - other.open,
          sortDirections: ["descend", "ascend"],
          render: (_, { open }) => <span className="number">{open}</span>,
        },
        ...pledges.map(figure),
      ]}
    />
  );
}
