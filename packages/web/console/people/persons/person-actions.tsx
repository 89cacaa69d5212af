import { MoreOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button, Dropdown } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Person } from "@xiuhua/server/api";
import { send } from "../../../shared/api/index.ts";
import { useProblemText } from "../../../shared/ui/index.ts";
import { useSay } from "../../../shared/words/index.ts";
import { PersonDialog } from "./person-dialog.tsx";
import { ResetPasswordDialog } from "./reset-password-dialog.tsx";

/** Roles at one press; the rest behind the dots. */
export function PersonActions({ person, onGrants }: { person: Person; onGrants: () => void }) {
  const { t } = useTranslation("people");
  const say = useSay();
  const problem = useProblemText();
  const client = useQueryClient();
  const { message } = App.useApp();
  const [dialog, open] = useState<"edit" | "password">();
  const unlock = useMutation({
    mutationFn: () => send("POST", `/people/${encodeURIComponent(person.id)}/unlock`),
    onSuccess: () => message.success(t("person.unlocked")),
    onError: (error) => message.error(problem(error)),
    onSettled: () => client.invalidateQueries({ queryKey: ["people"] }),
  });
  const close = () => open(undefined);
  return (
    <span className="persons-actions">
      <Button type="link" onClick={onGrants}>
        {t("person.grants")}
      </Button>
      <Dropdown
        trigger={["click"]}
        placement="bottomRight"
        menu={{
          items: [
            { key: "edit", label: t("person.edit"), onClick: () => open("edit") },
            { key: "password", label: t("person.resetPassword"), onClick: () => open("password") },
            ...(person.locked ? [{ key: "unlock", label: t("person.unlock"), onClick: () => unlock.mutate() }] : []),
          ],
        }}
      >
        <Button
          type="text"
          icon={<MoreOutlined />}
          loading={unlock.isPending}
          aria-label={`${t("person.actions")}: ${say(person.name)}`}
        />
      </Dropdown>
      {dialog === "edit" && <PersonDialog person={person} onClose={close} />}
      {dialog === "password" && <ResetPasswordDialog person={person} onClose={close} />}
    </span>
  );
}
