import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Navigate, useNavigate, useSearchParams } from "react-router";
import { useTranslation } from "react-i18next";
import type { Words } from "@xiuhua/server/api";
import { get, meQuery, ProblemError } from "../../shared/api/index.ts";
import { LanguageSwitch, Mark, ThemeSwitch, useTitle } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { DemoAccounts } from "./demo-accounts.tsx";
import { LogInForm, type LogInValues } from "./log-in-form.tsx";
import { safeNext } from "./next.ts";
import "./login.css";

export function LogInPage() {
  const { t } = useTranslation("login");
  const { t: common } = useTranslation();
  const { t: shell } = useTranslation("shell");
  const say = useSay();
  const city = useQuery({
    queryKey: ["city"],
    queryFn: ({ signal }) => get<{ name: Words }>("/city", undefined, signal),
  });
  const [params] = useSearchParams();
  const [chosen, choose] = useState<LogInValues>();
  const client = useQueryClient();
  const navigate = useNavigate();
  const next = safeNext(params.get("next"));
  const me = useQuery({
    ...meQuery,
    // Whoever comes here logged in goes straight on; the refusal for the others is expected.
    retry: (times, error) => times < 1 && !(error instanceof ProblemError),
  });
  useTitle(shell("title.login"));
  if (me.data) return <Navigate to={next} replace />;
  return (
    <div className="login">
      <div className="login-tools">
        <LanguageSwitch />
        <ThemeSwitch />
      </div>
      <main className="login-main">
        <section className="login-card" aria-labelledby="login-title">
          <header className="login-brand">
            <Mark size={44} />
            <div>
              <h1 id="login-title">{common("product")}</h1>
              <p>{city.data ? t("city", { name: say(city.data.name) }) : "\u00a0"}</p>
            </div>
          </header>
          <LogInForm
            chosen={chosen}
            onDone={async () => {
              await client.fetchQuery({ ...meQuery, staleTime: 0 });
              await navigate(next, { replace: true });
            }}
          />
          <p className="login-motto">{t("motto")}</p>
        </section>
        <DemoAccounts onChoose={choose} chosen={chosen?.login} />
      </main>
    </div>
  );
}
