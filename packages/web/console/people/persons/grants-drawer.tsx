import { PlusOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Popconfirm, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Grant, Person } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useRoleNames } from "../fields/grant-text.ts";
import { useValidity } from "../fields/validity.ts";
import { GrantDialog } from "./grant-dialog.tsx";

interface GrantsDrawerProps {
  readonly person: Person;
  /** The unit that stands chosen in the tree: where a new role is most likely held. */
  readonly unit: string | undefined;
  readonly onClose: () => void;
}

/** The roles a person holds: at which unit, over which area, from when to when. */
export function GrantsDrawer({ person, unit, onClose }: GrantsDrawerProps) {
  const { t } = useTranslation("people");
  const say = useSay();
  const problem = useProblemText();
  const roles = useRoleNames();
  const validity = useValidity();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [adding, add] = useState(false);
  const revoke = useMutation({
    mutationFn: (grant: string) => send("DELETE", `/people/${encodeURIComponent(person.id)}/grants/${grant}`),
    onSuccess: () => message.success(t("grant.revoked")),
    onError: (error) => message.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
  return (
    <Drawer
      open
      size={680}
      title={t("grant.title", { name: say(person.name) })}
      onClose={onClose}
      extra={
        <Button type="primary" icon={<PlusOutlined />} onClick={() => add(true)}>
          {t("grant.add")}
        </Button>
      }
    >
      <Table<Grant>
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={person.grants}
        locale={{ emptyText: t("grant.none") }}
        columns={[
          {
            title: t("grant.role"),
            width: 130,
            render: (_, row) => (
              <>
                {roles.name(row.role)}
                {row.delegatedFrom && (
                  <div>
                    <Tag>{t("grant.delegatedFrom", { name: say(row.delegatedFrom.name) })}</Tag>
                  </div>
                )}
              </>
            ),
          },
          { title: t("grant.unit"), render: (_, row) => say(row.unitName) },
          {
            title: t("grant.area"),
            width: 110,
            render: (_, row) => (row.areaName ? say(row.areaName) : t("grant.wholeCity")),
          },
          { title: t("grant.validity"), width: 150, render: (_, row) => validity(row.validFrom, row.validTo) },
          {
            width: 64,
            render: (_, row) => (
              <Popconfirm
                title={t("grant.revoke")}
                description={t("grant.revokeAsk")}
                onConfirm={() => revoke.mutate(row.id)}
              >
                <Button type="link" danger>
                  {t("grant.revoke")}
                </Button>
              </Popconfirm>
            ),
          },
        ]}
      />
      {adding && <GrantDialog person={person} unit={unit} onClose={() => add(false)} />}
    </Drawer>
  );
}
