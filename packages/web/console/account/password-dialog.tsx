import { useMutation } from "@tanstack/react-query";
import { Alert, App, Form, Input, Modal } from "antd";
import { useTranslation } from "react-i18next";
import type { PasswordChange } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";

interface Values extends PasswordChange {
  readonly repeat: string;
}

export function PasswordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation("account");
  const say = useProblemText();
  const { message } = App.useApp();
  const [form] = Form.useForm<Values>();
  const change = useMutation({
    mutationFn: ({ current, password }: Values) => send("POST", "/me/password", { current, password }),
    onSuccess: () => {
      void message.success(t("password.done"));
      onClose();
    },
  });
  const need = { required: true, message: t("password.need") };
  return (
    <Modal
      open
      width={400}
      title={t("password.title")}
      afterOpenChange={(shown) => shown && form.focusField("current")}
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={change.isPending}
    >
      <Form form={form} layout="vertical" requiredMark={false} onFinish={(values) => change.mutate(values)}>
        {change.error && <Alert type="error" showIcon role="alert" title={say(change.error)} />}
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
      </Form>
    </Modal>
  );
}
