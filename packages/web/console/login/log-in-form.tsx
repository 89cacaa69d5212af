import { LockOutlined, UserOutlined } from "@ant-design/icons";
import { useMutation } from "@tanstack/react-query";
import { Alert, Button, Form, Input } from "antd";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { LogIn } from "@xiuhua/server/api";
import { send } from "../../shared/api/index.ts";
import { useProblemText } from "../../shared/ui/index.ts";

export type LogInValues = LogIn;

export function LogInForm({ chosen, onDone }: { chosen: LogInValues | undefined; onDone: () => Promise<void> }) {
  const { t } = useTranslation("login");
  const say = useProblemText();
  const [form] = Form.useForm<LogInValues>();
  const logIn = useMutation({
    mutationFn: (values: LogInValues) => send("POST", "/session", values),
    onSuccess: onDone,
  });
  useEffect(() => form.focusField("login"), [form]);
  useEffect(() => {
    if (chosen) form.setFieldsValue(chosen);
  }, [chosen, form]);
  return (
    <Form form={form} layout="vertical" size="large" requiredMark={false} onFinish={(values) => logIn.mutate(values)}>
      {logIn.error && <Alert className="login-refusal" type="error" showIcon role="alert" title={say(logIn.error)} />}
      <Form.Item name="login" label={t("login")} rules={[{ required: true, message: t("needLogin") }]}>
        <Input prefix={<UserOutlined />} autoComplete="username" autoCapitalize="none" />
      </Form.Item>
      <Form.Item name="password" label={t("password")} rules={[{ required: true, message: t("needPassword") }]}>
        <Input.Password prefix={<LockOutlined />} autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={logIn.isPending}>
        {t("submit")}
      </Button>
    </Form>
  );
}
