import { Form, Input } from "antd";
import { useTranslation } from "react-i18next";
import type { PasswordChange } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { FormDialog } from "../../shared/ui/index.ts";

interface Values extends PasswordChange {
  readonly repeat: string;
}

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("account");
  const need = { required: true, message: t("password.need") };
  return (
    <FormDialog<Values>
      title={t("password.title")}
      width={400}
      focus="current"
      onSave={({ current, password }) => send("POST", "/me/password", { current, password })}
      done={t("password.done")}
      onClose={onClose}
    >
      <Form.Item name="current" label={t("password.current")} rules={[need]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label={t("password.next")}
        extra={t("password.nextHint")}
        rules={[need, { min: 8, message: t("password.nextHint") }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t("password.repeat")}
        dependencies={["password"]}
        rules={[
          need,
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              value === undefined || value === "" || value === getFieldValue("password")
                ? Promise.resolve()
                : Promise.reject(new Error(t("password.differs"))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </FormDialog>
  );
}
