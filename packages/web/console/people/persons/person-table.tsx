import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Empty, Input, Table, Tag } from "antd";
import { useDeferredValue, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "@xiuhua/server/api";
import { peopleQuery } from "../../../shared/api/index.ts";
import { Failure } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { useGrantText } from "../fields/grant-text.ts";
import { RoleSelect } from "../fields/role-select.tsx";
import { GrantsDrawer } from "./grants-drawer.tsx";
import { PersonActions } from "./person-actions.tsx";
import { PersonDialog } from "./person-dialog.tsx";

/** The people of a unit and of all below it, or everybody. */
export function PersonTable({ unit }: { unit: string | undefined }) {
  const { t } = useTranslation("people");
  const say = useSay();
  const grantText = useGrantText();
  const [text, setText] = useState("");
  const [role, setRole] = useState<string>();
  const [creating, create] = useState(false);
  const [granting, grant] = useState<string>();
  const wanted = useDeferredValue(text.trim());
  const people = useQuery(
    peopleQuery({
      ...(unit === undefined ? {} : { unit }),
      ...(role === undefined ? {} : { role }),
      ...(wanted === "" ? {} : { text: wanted }),
    }),
  );
  const filtered = wanted !== "" || role !== undefined;
  const person = people.data?.find((one) => one.id === granting);
  return (
    <section className="persons">
      <div className="persons-tools">
        <Input
          className="persons-search"
          allowClear
          aria-label={t("person.search")}
          placeholder={t("person.search")}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <RoleSelect
          className="persons-role"
          allowClear
          aria-label={t("grant.role")}
          placeholder={t("grant.role")}
          onChange={(next: string | undefined) => setRole(next)}
        />
        <span className="soft number" aria-live="polite">
          {people.data && t("person.count", { count: people.data.length })}
        </span>
        <span className="page-head-space" />
        <Button type="primary" icon={<PlusOutlined />} onClick={() => create(true)}>
          {t("person.create")}
        </Button>
      </div>
      {people.error ? (
        <Failure error={people.error} onRetry={() => void people.refetch()} />
      ) : (
        <Table<Person>
          className="persons-table"
          size="small"
          rowKey="id"
          loading={people.isPending}
          dataSource={people.data ?? []}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          locale={{
            emptyText: people.isPending ? (
              " "
            ) : (
              <Empty
                image={Empty.PRESENTED_IMAGE_SIMPLE}
                description={t(filtered ? "person.noneFound" : "person.none")}
              />
            ),
          }}
          columns={[
            {
              title: t("person.name"),
              width: "20%",
              render: (_, row) => (
                <>
                  <strong>{say(row.name)}</strong>
                  {row.title && <div className="persons-title">{say(row.title)}</div>}
                </>
              ),
            },
            { title: t("person.login"), width: 116, render: (_, row) => row.login },
            {
              title: t("person.grants"),
              render: (_, row) => (
                <ul className="persons-grants">
                  {row.grants.map((one) => (
                    <li key={one.id}>
                      {grantText(one)}
                      {one.delegatedFrom && (
                        <Tag>{t("grant.delegatedFrom", { name: say(one.delegatedFrom.name) })}</Tag>
                      )}
                    </li>
                  ))}
                </ul>
              ),
            },
            {
              title: t("person.status"),
              width: 84,
              render: (_, row) => <Status person={row} />,
            },
            {
              title: t("person.actions"),
              width: 112,
              render: (_, row) => <PersonActions person={row} onGrants={() => grant(row.id)} />,
            },
          ]}
        />
      )}
      {creating && <PersonDialog onClose={() => create(false)} />}
      {person && <GrantsDrawer person={person} unit={unit} onClose={() => grant(undefined)} />}
    </section>
  );
}

function Status({ person }: { person: Person }) {
  const { t } = useTranslation("people");
  if (!person.active) return <Tag>{t("person.inactive")}</Tag>;
  return person.locked ? <Tag color="error">{t("person.locked")}</Tag> : <>{t("person.normal")}</>;
}
