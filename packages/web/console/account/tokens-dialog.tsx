import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal, Popconfirm, Table, Typography } from "antd";
import { useTranslation } from "react-i18next";
import type { ApiToken, NewApiToken } from "@xiuhua/server/api";
import { get, send } from "../../shared/api/index.ts";
import { dayText, minuteText } from "../../shared/time/index.ts";
import { Failure, useProblemText } from "../../shared/ui/index.ts";

const key = ["me", "tokens"];

export function TokensDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("account");
  const { t: common } = useTranslation();
  const say = useProblemText();
  const client = useQueryClient();
  const [form] = Form.useForm<{ name: string }>();
  const tokens = useQuery({ queryKey: key, queryFn: ({ signal }) => get<ApiToken[]>("/me/tokens", undefined, signal) });
  const refresh = () => client.invalidateQueries({ queryKey: key, exact: true });
  const create = useMutation({
    mutationFn: (values: { name: string }) => send<NewApiToken>("POST", "/me/tokens", values),
    onSuccess: async () => {
      form.resetFields();
      await refresh();
    },
  });
  const revoke = useMutation({
    mutationFn: (id: string) => send("DELETE", `/me/tokens/${encodeURIComponent(id)}`),
    onSettled: refresh,
  });
  const failure = create.error ?? revoke.error;
  return (
    <Modal open width={640} title={t("tokens.title")} onCancel={onClose} footer={null}>
      <div className="stack">
        <span className="soft">{t("tokens.hint")}</span>
        <Form form={form} layout="inline" requiredMark={false} onFinish={(values) => create.mutate(values)}>
          <Form.Item name="name" label={t("tokens.name")} rules={[{ required: true, message: t("tokens.needName") }]}>
            <Input maxLength={60} style={{ width: 260 }} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={create.isPending}>
            {t("tokens.create")}
          </Button>
        </Form>
        {failure && <Alert type="error" showIcon role="alert" title={say(failure)} />}
        {create.data && (
          <Alert
            type="success"
            aria-live="polite"
            title={t("tokens.once")}
            description={
              <Typography.Text copyable code>
                {create.data.token}
              </Typography.Text>
            }
          />
        )}
        {tokens.error ? (
          <Failure error={tokens.error} onRetry={() => void tokens.refetch()} />
        ) : (
          <Table<ApiToken>
            size="small"
            rowKey="id"
            loading={tokens.isPending}
            pagination={false}
            dataSource={tokens.data ?? []}
            locale={{ emptyText: t("tokens.none") }}
            columns={[
              { title: t("tokens.name"), dataIndex: "name", ellipsis: true },
              { title: t("tokens.createdAt"), width: 104, render: (_, row) => dayText(row.createdAt) },
              {
                title: t("tokens.usedAt"),
                width: 142,
                render: (_, row) => (row.usedAt === undefined ? t("tokens.never") : minuteText(row.usedAt)),
              },
              {
                title: t("tokens.expiresAt"),
                width: 104,
                render: (_, row) => (row.expiresAt === undefined ? "—" : dayText(row.expiresAt)),
              },
              {
                width: 72,
                render: (_, row) => (
                  <Popconfirm
                    title={t("tokens.revoke")}
                    description={t("tokens.revokeAsk")}
                    okText={common("confirm")}
                    onConfirm={() => revoke.mutate(row.id)}
                  >
                    <Button type="link" danger>
                      {t("tokens.revoke")}
                    </Button>
                  </Popconfirm>
                ),
              },
            ]}
          />
        )}
      </div>
    </Modal>
  );
}
