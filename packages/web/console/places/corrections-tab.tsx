import { PlusOutlined } from "@ant-design/icons";
import { useInfiniteQuery, useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Popconfirm, Table, Tag, Tooltip } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { MadeCorrection } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { minuteText } from "../../shared/time/index.ts";
import { Failure, useProblemText } from "../../shared/ui/index.ts";
import { CorrectionDialog } from "./correction-dialog.tsx";
import { correctionsQuery, forgetPlaces } from "./queries.ts";
import { useCorrectionText } from "./use-correction-text.ts";

const colours = { applied: "green", contained: "default", orphaned: "orange", undone: "default" } as const;

/** What was corrected by hand, the newest first; each may be taken back. */
export function CorrectionsTab() {
  const { t } = useTranslation("places");
  const client = useQueryClient();
  const problem = useProblemText();
  const { message } = App.useApp();
  const textOf = useCorrectionText();
  const [making, setMaking] = useState(false);
  const corrections = useInfiniteQuery(correctionsQuery);
  const undo = useMutation({
    mutationFn: (no: number) => send<MadeCorrection>("DELETE", `/places/gazetteer/corrections/${no}`),
    onSuccess: async () => {
      await forgetPlaces(client);
      void message.success(t("correction.undone"));
    },
    onError: (error) => message.error(problem(error)),
  });
  return (
    <div className="places-list">
      <div className="places-tools">
        <span className="places-faint">{t("correction.about")}</span>
        <span className="page-head-space" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
          {t("correction.create")}
        </Button>
      </div>
      {corrections.error ? (
        <Failure error={corrections.error} onRetry={() => void corrections.refetch()} />
      ) : (
        <Table<MadeCorrection>
          size="small"
          rowKey="no"
          sticky
          aria-label={t("tab.corrections")}
          loading={corrections.isPending}
          pagination={false}
          dataSource={corrections.data?.pages.flat() ?? []}
          locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("correction.none")} /> }}
          rowClassName={({ state }) => (state === "undone" ? "places-undone" : "")}
          columns={[
            { title: t("correction.what"), render: (_, { correction }) => textOf(correction) },
            { title: t("correction.why"), render: (_, { why }) => why },
            {
              title: t("correction.made"),
              width: 210,
              render: (_, { at, by }) => (
                <>
                  <span className="number">{minuteText(at)}</span> <span className="places-faint">{by}</span>
                </>
              ),
            },
            {
              title: t("correction.state"),
              width: 130,
              render: (_, { state, undoneAt, undoneBy }) => (
                <Tooltip
                  title={
                    undoneAt === undefined
                      ? t(`correction.stateHint.${state}`)
                      : `${minuteText(undoneAt)} ${undoneBy ?? ""}`
                  }
                >
                  <Tag color={colours[state]}>{t(`correction.states.${state}`)}</Tag>
                </Tooltip>
              ),
            },
            {
              title: "",
              width: 80,
              render: (_, { no, state }) =>
                state !== "undone" && (
                  <Popconfirm title={t("correction.undoAsk")} placement="left" onConfirm={() => undo.mutate(no)}>
                    <Button type="link" size="small" loading={undo.isPending && undo.variables === no}>
                      {t("correction.undo")}
                    </Button>
                  </Popconfirm>
                ),
            },
          ]}
        />
      )}
      {corrections.hasNextPage && (
        <Button loading={corrections.isFetchingNextPage} onClick={() => void corrections.fetchNextPage()}>
          {t("correction.more")}
        </Button>
      )}
      {making && <CorrectionDialog onClose={() => setMaking(false)} />}
    </div>
  );
}
