import { Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { CellWalk } from "@xiuhua/server/api";
import { cityTime } from "../../../shared/time/index.ts";
import { useSay } from "../../../shared/words/index.ts";

const clock = (at: string): string => cityTime(at).format("HH:mm");

/** Single cells: who looks after them, who came and when; those nobody came to first. */
export function CellTable({ rows, onLook }: { rows: readonly CellWalk[]; onLook: (row: CellWalk) => void }) {
  const { t } = useTranslation("street");
  const say = useSay();
  const charged = rows.some(({ grid }) => grid !== undefined);
  return (
    <Table<CellWalk>
      size="small"
      rowKey="cell"
      dataSource={rows}
      aria-label={t("coverage.columns.cell")}
      pagination={{ pageSize: 50, size: "small", showSizeChanger: false, hideOnSinglePage: true }}
      columns={[
        {
          title: t("coverage.columns.cell"),
          render: (_, one) => (
            <Button type="link" className="patrol-link number" onClick={() => onLook(one)}>
              {one.cell}
            </Button>
          ),
        },
        ...(charged
          ? [
              {
                title: t("coverage.columns.collector"),
                render: (_: unknown, { grid, collector }: CellWalk) =>
                  collector ? say(collector.name) : grid ? say(grid.name) : "",
              },
            ]
          : []),
        {
          title: t("coverage.columns.visited"),
          render: (_, one) =>
            one.points === 0 ? (
              <span className="soft">{t("coverage.unwalked")}</span>
            ) : (
              t("coverage.visits", { count: one.people })
            ),
        },
        {
          title: t("coverage.columns.times"),
          render: (_, { firstAt, lastAt }) =>
            firstAt !== undefined && lastAt !== undefined ? (
              <span className="number">
                {clock(firstAt)}–{clock(lastAt)}
              </span>
            ) : null,
        },
      ]}
    />
  );
}
