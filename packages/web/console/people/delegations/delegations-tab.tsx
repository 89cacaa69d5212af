import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Empty, Popconfirm, Table, Tag } from "antd";
import { useTranslation } from "react-i18next";
import type { Delegation } from "@xiuhua/server/api";
import { get, send } from "../../../shared/api/index.ts";
import { Failure, useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useRoleNames } from "../fields/grant-text.ts";
import { useValidity } from "../fields/validity.ts";

/** Every role that somebody lent to somebody. */
export function DelegationsTab() {
  const { t } = useTranslation("people");
  const say = useSay();
  const roles = useRoleNames();
  const validity = useValidity();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const delegations = useQuery({
    queryKey: ["delegations"],
    queryFn: ({ signal }) => get<Delegation[]>("/delegations", undefined, signal),
  });
  const end = useMutation({
    mutationFn: (id: string) => send("DELETE", `/delegations/${encodeURIComponent(id)}`),
    onSuccess: () => message.success(t("delegation.ended")),
    onError: (error) => message.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["delegations"] }),
  });
  if (delegations.error) return <Failure error={delegations.error} onRetry={() => void delegations.refetch()} />;
  return (
    <div className="stack">
      <span className="soft">{t("delegation.hint")}</span>
      <Table<Delegation>
        size="small"
        rowKey="id"
        loading={delegations.isPending}
        pagination={false}
        dataSource={delegations.data ?? []}
        locale={{ emptyText: <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t("delegation.none")} /> }}
        columns={[
          { title: t("delegation.from"), render: (_, row) => say(row.from.name) },
          { title: t("delegation.to"), render: (_, row) => say(row.to.name) },
          { title: t("delegation.role"), render: (_, row) => roles.name(row.role) },
          { title: t("delegation.unit"), render: (_, row) => say(row.unitName) },
          { title: t("delegation.period"), width: 290, render: (_, row) => validity(row.validFrom, row.validTo) },
          {
            title: t("delegation.status"),
            width: 96,
            render: (_, row) => <Tag>{t(row.inForce ? "delegation.inForce" : "delegation.notInForce")}</Tag>,
          },
          {
            width: 72,
            render: (_, row) => (
              <Popconfirm title={t("delegation.endAsk")} onConfirm={() => end.mutate(row.id)}>
                <Button type="link" danger>
                  {t("delegation.end")}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
    </div>
  );
}
