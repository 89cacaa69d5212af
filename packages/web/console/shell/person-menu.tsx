import { KeyOutlined, LockOutlined, LogoutOutlined, SwapOutlined, UserOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Button, Dropdown } from "antd";
import { useState } from "react";
import { useNavigate } from "react-router";
import { useTranslation } from "react-i18next";
import { send, setCsrf } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { DelegationDialog, PasswordDialog, TokensDialog } from "../account/index.ts";
import { useMe } from "../session/index.ts";

type Dialog = "password" | "tokens" | "delegate";

export function PersonMenu() {
  const { t } = useTranslation("shell");
  const say = useSay();
  const me = useMe();
  const client = useQueryClient();
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog>();
  const close = () => setDialog(undefined);
  const logOut = useMutation({
    mutationFn: () => send("DELETE", "/session"),
    onSuccess: async () => {
      setCsrf(undefined);
      await navigate("/login", { replace: true });
      client.clear();
    },
  });
  return (
    <>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            {
              key: "who",
              type: "group",
              label: (
                <span className="person-who">
                  <strong>{say(me.name)}</strong>
                  <span>{me.login}</span>
                  {me.title && <span>{say(me.title)}</span>}
                </span>
              ),
            },
            { type: "divider" },
            { key: "delegate", icon: <SwapOutlined />, label: t("person.delegate") },
            { key: "password", icon: <LockOutlined />, label: t("person.password") },
            { key: "tokens", icon: <KeyOutlined />, label: t("person.tokens") },
            { type: "divider" },
            { key: "logOut", icon: <LogoutOutlined />, label: t("person.logOut") },
          ],
          onClick: ({ key }) => {
            if (key === "logOut") logOut.mutate();
            else if (key === "password" || key === "tokens" || key === "delegate") setDialog(key);
          },
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-label={`${t("person.menu")}: ${say(me.name)}`}>
          {say(me.name)}
        </Button>
      </Dropdown>
      {dialog === "password" && <PasswordDialog onClose={close} />}
      {dialog === "tokens" && <TokensDialog onClose={close} />}
      {dialog === "delegate" && <DelegationDialog onClose={close} />}
    </>
  );
}
