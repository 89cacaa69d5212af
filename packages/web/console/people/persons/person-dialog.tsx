import { useQueryClient } from "@tanstack/react-query";
import { Form, Input, Switch } from "antd";
import { useTranslation } from "react-i18next";
import type { Person, PersonInput } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { FormDialog } from "../../../shared/ui/index.ts";
import { nameInput, NameFields } from "../fields/name-fields.tsx";

interface Values {
  readonly login: string;
  readonly name: { zh: string; en?: string };
  readonly title?: { zh?: string; en?: string };
  readonly password?: string;
  readonly active: boolean;
}

export function PersonDialog({ person, onClose }: { person?: Person; onClose: () => void }) {
  const { t } = useTranslation("people");
  const client = useQueryClient();
  return (
    <FormDialog<Values>
      title={person ? t("person.edit") : t("person.create")}
      width={480}
      focus="login"
      initial={
        person
          ? {
              login: person.login ?? "",
              name: person.name,
              active: person.active,
              ...(person.title ? { title: person.title } : {}),
            }
          : { active: true }
      }
      onSave={async ({ login, name, title, password, active }) => {
        const zh = title?.zh?.trim();
        const input: PersonInput = {
          login,
          name: nameInput(name),
          active,
          ...(zh ? { title: nameInput({ ...title, zh }) } : {}),
          ...(password ? { password } : {}),
        };
        await (person
          ? send("PUT", `/people/${encodeURIComponent(person.id)}`, input)
          : send("POST", "/people", input));
        await client.invalidateQueries({ queryKey: ["people"] });
      }}
      done={t("person.saved")}
      onClose={onClose}
    >
      <Form.Item
        name="login"
        label={t("person.login")}
        extra={t("person.loginHint")}
        rules={[{ required: true, pattern: /^[a-z0-9._-]{2,64}$/, message: t("needId") }]}
      >
        <Input autoComplete="off" />
      </Form.Item>
      <NameFields name="name" label={t("person.name")} labelEn={t("person.nameEn")} />
      <NameFields name="title" label={t("person.title")} labelEn={t("person.titleEn")} optional />
      {!person && (
        <Form.Item
          name="password"
          label={t("person.password")}
          extra={t("person.passwordHint")}
          rules={[{ required: true, min: 8, message: t("needPassword") }]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
      )}
      <Form.Item name="active" label={t("person.active")} valuePropName="checked">
        <Switch />
      </Form.Item>
    </FormDialog>
  );
}
