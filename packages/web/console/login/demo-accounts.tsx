import { useQuery } from "@tanstack/react-query";
import { Button, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { DemoAccount } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import { useSay } from "../../shared/words/index.ts";
import type { LogInValues } from "./log-in-form.tsx";
import { byRole, demoPassword, type RoleName } from "./roles.ts";

/** Accounts of a role shown at once: enough to try it. */
const few = 3;

interface DemoAccountsProps {
  readonly chosen: string | undefined;
  readonly onChoose: (values: LogInValues) => void;
}

/** In demo mode only: everybody one may be, by role. A real city answers 404 and shows nothing. */
export function DemoAccounts({ chosen, onChoose }: DemoAccountsProps) {
  const { t } = useTranslation("login");
  const accounts = useQuery({
    queryKey: ["demo", "accounts"],
    queryFn: ({ signal }) => get<DemoAccount[]>("/demo/accounts", undefined, signal),
    retry: false,
  });
  if (!accounts.data || accounts.data.length === 0) return null;
  return (
    <aside className="login-demo" aria-labelledby="demo-title">
      <h2 id="demo-title">{t("demo.title")}</h2>
      <p className="login-demo-hint">
        {t("demo.hint")} <Tag className="login-demo-password">{demoPassword}</Tag>
      </p>
      <dl className="login-demo-roles">
        {byRole(accounts.data).map(([role, members]) => (
          <RoleRow key={role} role={role} members={members} chosen={chosen} onChoose={onChoose} />
        ))}
      </dl>
    </aside>
  );
}

interface RoleRowProps extends DemoAccountsProps {
  readonly role: RoleName;
  readonly members: readonly DemoAccount[];
}

function RoleRow({ role, members, chosen, onChoose }: RoleRowProps) {
  const { t } = useTranslation("login");
  const say = useSay();
  const [all, showAll] = useState(false);
  const shown = all ? members : members.slice(0, few);
  return (
    <div className="login-demo-role">
      <dt>{t(`role.${role}`)}</dt>
      <dd>
        {shown.map((account) => (
          <button
            key={account.login}
            type="button"
            className="login-demo-account"
            aria-pressed={account.login === chosen}
            aria-label={`${say(account.name)}，${t("demo.fill", { login: account.login })}`}
            title={`${account.login} · ${say(account.title ?? account.unitName)} · ${say(account.unitName)}`}
            onClick={() => onChoose({ login: account.login, password: demoPassword })}
          >
            {say(account.name)}
            <small>{say(account.unitName)}</small>
          </button>
        ))}
        {shown.length < members.length && (
          <Button type="link" onClick={() => showAll(true)}>
            {t("demo.more", { count: members.length - shown.length })}
          </Button>
        )}
      </dd>
    </div>
  );
}
