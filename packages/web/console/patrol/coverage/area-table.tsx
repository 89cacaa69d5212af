import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { CoverageReport } from "@xiuhua/server/api";
import { useSay } from "../../../shared/words/index.ts";

type AreaRow = CoverageReport["areas"][number];

const share = ({ cells, covered }: AreaRow): number => (cells === 0 ? 0 : covered / cells);

/** The areas within, each with its share; pressed, it opens. */
export function AreaTable({ areas, onOpen }: { areas: readonly AreaRow[]; onOpen: (area: AreaRow) => void }) {
  const { t } = useTranslation("street");
  const say = useSay();
  return (
    <Table<AreaRow>
      size="small"
      rowKey={({ area }) => area.id}
      pagination={false}
      dataSource={areas}
      aria-label={t("coverage.columns.area")}
      columns={[
        {
          title: t("coverage.columns.area"),
          render: (_, one) => (
            <Button type="link" className="patrol-link" onClick={() => onOpen(one)}>
              {say(one.area.name)}
            </Button>
          ),
        },
        {
          title: t("coverage.columns.covered"),
          align: "right",
          render: (_, one) => (
            <span className="number">
              {one.covered} / {one.cells}
            </span>
          ),
        },
        {
          title: t("coverage.columns.share"),
          align: "right",
          sorter: (one, other) => share(one) - share(other),
          render: (_, one) => <span className="number">{Math.round(share(one) * 100)}%</span>,
        },
        {
          title: t("coverage.columns.people"),
          align: "right",
          render: (_, one) => <span className="number">{one.people}</span>,
        },
      ]}
    />
  );
}
