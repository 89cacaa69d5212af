import { useEffect, useState, type FormEvent } from "react";
import { useTranslation } from "react-i18next";
import type { DemoAccount, Words } from "@xiuhua/server/api";
import { get } from "../../shared/api/index.ts";
import { Mark, useProblemText, useTitle } from "../../shared/ui/index.ts";
import { changeLanguage, useLanguage, useSay } from "../../shared/words/index.ts";
import { usePhone } from "../session/index.ts";
import { Button, Notice } from "../ui/index.ts";
import { demoPassword, inTheField } from "./demo.ts";
import "./log-in.css";

interface LogInPageProps {
  /** The server could not be reached, and this phone knows nobody. */
  readonly lost: boolean;
  /** Somebody was at work and their session ended. */
  readonly ended: boolean;
}

export function LogInPage({ lost, ended }: LogInPageProps) {
  const { t } = useTranslation("field");
  const { t: common } = useTranslation();
  const say = useSay();
  const other = useLanguage() === "zh" ? "en" : "zh";
  const problemText = useProblemText();
  const { session } = usePhone();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const city = useFound<{ name: Words }>("/city");
  const demo = useFound<DemoAccount[]>("/demo/accounts");
  useTitle(t("logIn.title"));

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    await session.logIn({ login: login.trim(), password }).catch(setProblem);
    setBusy(false);
  };

  return (
    <main className="log-in">
      <div className="log-in-tools">
        <button
          type="button"
          className="icon-button log-in-language"
          lang={other === "zh" ? "zh-CN" : "en"}
          onClick={() => void changeLanguage(other)}
        >
          {common(`language.${other}`)}
        </button>
      </div>
      <header className="log-in-brand">
        <Mark size={64} />
        <h1>{t("title")}</h1>
        <p>{city ? t("logIn.city", { city: say(city.name) }) : "\u00a0"}</p>
      </header>
      {lost && <Notice tone="warn">{t("logIn.lost")}</Notice>}
      {ended && <Notice>{t("logIn.ended")}</Notice>}
      {problem !== undefined && <Notice tone="bad">{problemText(problem)}</Notice>}
      <form onSubmit={(event) => void submit(event)}>
        <label className="field">
          <span className="field-label">{t("logIn.login")}</span>
          <input
            className="input"
            value={login}
            onChange={(event) => setLogin(event.target.value)}
            autoComplete="username"
            autoCapitalize="none"
            required
          />
        </label>
        <label className="field">
          <span className="field-label">{t("logIn.password")}</span>
          <input
            className="input"
            type="password"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            autoComplete="current-password"
            required
          />
        </label>
        <Button kind="main" type="submit" wide disabled={busy}>
          {t("logIn.submit")}
        </Button>
      </form>
      {demo && demo.length > 0 && (
        <section aria-labelledby="demo-title" className="log-in-demo">
          <h2 id="demo-title">{t("logIn.demo")}</h2>
          <div className="chips">
            {demo.filter(inTheField).map((account) => (
              <button
                key={account.login}
                type="button"
                className="chip"
                aria-pressed={account.login === login}
                onClick={() => {
                  setLogin(account.login);
                  setPassword(demoPassword);
                }}
              >
                {say(account.name)} <small>{account.login}</small>
              </button>
            ))}
          </div>
        </section>
      )}
    </main>
  );
}

/** Something nice to know before the log-in; nothing where the server cannot be reached or does not tell. */
function useFound<Answer>(path: string): Answer | undefined {
  const [found, setFound] = useState<Answer>();
  useEffect(() => {
    const stop = new AbortController();
    get<Answer>(path, undefined, stop.signal)
      .then(setFound)
      .catch(() => undefined);
    return () => stop.abort();
  }, [path]);
  return found;
}
