import { useQuery } from "@tanstack/react-query";
import { DatePicker, Skeleton, Table, type TableColumnType } from "antd";
import dayjs from "dayjs";
import { useTranslation } from "react-i18next";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import type { UnitWorkRow } from "./pledges.ts";
import { workQuery } from "./queries.ts";

interface WorkTableProps {
  /** `2022-08`; absent: this month. */
  readonly month: string | undefined;
  readonly onMonth: (month: string | undefined) => void;
}

const figures = ["sent", "own", "ownCounted", "praise"] as const satisfies readonly (keyof UnitWorkRow)[];

/** What each unit finished in a month: own findings beside how many of them count, and praise in a column of its own. */
export function WorkTable({ month, onMonth }: WorkTableProps) {
  const { t } = useTranslation("pledges");
  const say = useSay();
  const work = useQuery(workQuery(month));
  if (work.error) return <Failure error={work.error} onRetry={() => void work.refetch()} />;
  if (!work.data) return <Skeleton active />;
  const figure = (name: (typeof figures)[number]): TableColumnType<UnitWorkRow> => ({
    key: name,
    title: t(`work.${name}`),
    align: "right",
    sorter: (one, other) => one[name] - other[name],
    sortDirections: ["descend", "ascend"],
    render: (_, row) => <span className="number">{row[name]}</span>,
  });
  return (
    <>
      <DatePicker
        picker="month"
        className="pledges-month"
        aria-label={t("work.month")}
        allowClear={false}
        value={dayjs(`${work.data.month}-01`)}
        onChange={(value) => onMonth(value?.format("YYYY-MM"))}
      />
      <Table<UnitWorkRow>
        size="small"
        rowKey={({ unit }) => unit.id}
        dataSource={work.data.units}
        pagination={{ pageSize: 30, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: t("work.none") }}
        aria-label={t("work.title")}
        columns={[{ key: "unit", title: t("unit"), render: (_, { unit }) => say(unit.name) }, ...figures.map(figure)]}
      />
    </>
  );
}
