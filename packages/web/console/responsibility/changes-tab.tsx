import { useInfiniteQuery } from "@tanstack/react-query";
import { Button, Empty, Table } from "antd";
import { useTranslation } from "react-i18next";
import type { ResponsibilityChange, ResponsibilityChanges } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import { minuteText } from "../../shared/time/index.ts";
import { Failure } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";

/** Who changed which rule, when, from what to what. */
export function ChangesTab() {
  const { t } = useTranslation("responsibility");
  const say = useSay();
  const changes = useInfiniteQuery({
    queryKey: ["responsibility", "changes"],
    queryFn: ({ signal, pageParam }) =>
      get<ResponsibilityChanges>("/responsibility/changes", { after: pageParam }, signal),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.next,
  });
  if (changes.error) return <Failure error={changes.error} onRetry={() => void changes.refetch()} />;
  return (
    <div className="responsibility-rules">
      <Table<ResponsibilityChange>
        size="small"
        rowKey="id"
        sticky
        aria-label={t("tab.changes")}
        loading={changes.isPending}
        pagination={false}
        dataSource={changes.data?.pages.flatMap((page) => page.items) ?? []}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("changes.none")} /> }}
        columns={[
          {
            title: t("changes.at"),
            width: 150,
            render: (_, change) => <span className="number">{minuteText(change.at)}</span>,
          },
          { title: t("changes.who"), width: 120, render: (_, change) => say(change.person.name) },
          { title: t("changes.before"), render: (_, { before }) => (before ? say(before) : t("changes.new")) },
          { title: t("changes.after"), render: (_, { after }) => (after ? say(after) : t("changes.deleted")) },
        ]}
      />
      {changes.hasNextPage && (
        <Button loading={changes.isFetchingNextPage} onClick={() => void changes.fetchNextPage()}>
          {t("changes.more")}
        </Button>
      )}
    </div>
  );
}
