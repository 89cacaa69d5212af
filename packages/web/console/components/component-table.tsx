import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { Button, Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { ComponentPage, ComponentSummary } from "@xiuhua/server/api";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { StateTag } from "./state-tag.tsx";

interface ComponentTableProps {
  readonly list: UseInfiniteQueryResult<InfiniteData<ComponentPage>>;
  /** Said where the list is empty. */
  readonly empty: string;
  readonly onChoose: (code: string) => void;
}

/** Components as rows, a page at a time. */
export function ComponentTable({ list, empty, onChoose }: ComponentTableProps) {
  const { t } = useTranslation("components");
  const say = useSay();
  if (list.error) return <Failure error={list.error} onRetry={() => void list.refetch()} />;
  return (
    <div className="components-table">
      <Table<ComponentSummary>
        size="small"
        rowKey="code"
        sticky
        aria-label={t("title")}
        loading={list.isPending}
        pagination={false}
        dataSource={list.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} /> }}
        columns={[
          {
            title: t("code"),
            width: 170,
            render: (_, { code }) => (
              <Button type="link" size="small" className="number" onClick={() => onChoose(code)}>
                {code}
              </Button>
            ),
          },
          { title: t("name"), render: (_, one) => one.name },
          { title: t("type"), width: 170, render: (_, one) => say(one.type.name) },
          { title: t("stateTitle"), width: 90, render: (_, one) => <StateTag state={one.state} /> },
          { title: t("area"), width: 185, render: (_, one) => say(one.area.name) },
          { title: t("owner"), width: 200, render: (_, one) => one.ownerName ?? one.ownerCode },
          {
            title: t("nextInspection"),
            width: 120,
            render: (_, one) => <span className="number">{one.nextInspection}</span>,
          },
        ]}
      />
      {list.hasNextPage && (
        <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </div>
  );
}
