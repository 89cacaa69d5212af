import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PasswordInput, Person } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { FormDialog } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";

export function ResetPasswordDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation("people");
  const say = useSay();
  return (
    <FormDialog<PasswordInput>
      title={`${t("person.resetPassword")} · ${say(person.name)}`}
      width={400}
      focus="password"
      onSave={(input) => send("POST", `/people/${encodeURIComponent(person.id)}/password`, input)}
      done={t("person.passwordReset")}
      onClose={onClose}
    >
      <Form.Item
        name="password"
        label={t("person.newPassword")}
        extra={t("person.passwordHint")}
        rules={[{ required: true, min: 8, message: t("needPassword") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}
