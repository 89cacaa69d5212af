import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams, useSearchParams } from "react-router";
import { useTitle } from "../../shared/ui/index.ts";
import { ComponentDrawer } from "./component-drawer.tsx";
import "./components.css";
import { DueList } from "./due-list.tsx";
import { RegisterList } from "./register-list.tsx";

/** 部件: the register of what stands in the streets, and the inspections that are due. The chosen one is in the address. */
export function ComponentsPage() {
  const { t } = useTranslation("components");
  const navigate = useNavigate();
  const { "*": path } = useParams();
  const [search, setSearch] = useSearchParams();
  useTitle(t("title"));
  const due = path === "due";
  const code = search.get("code") ?? undefined;
  const choose = (next: string | undefined) => setSearch(next === undefined ? {} : { code: next }, { replace: true });
  return (
    <div className="page components">
      <header className="page-head">
        <h1>{t("title")}</h1>
        <Segmented
          aria-label={t("view")}
          value={due ? "due" : "register"}
          onChange={(next) => void navigate(next === "due" ? "/components/due" : "/components")}
          options={[
            { value: "register", label: t("register") },
            { value: "due", label: t("due") },
          ]}
        />
        <span className="page-head-note">{t(due ? "dueNote" : "registerNote")}</span>
      </header>
      {due ? <DueList onChoose={choose} /> : <RegisterList onChoose={choose} />}
      {code !== undefined && <ComponentDrawer code={code} onClose={() => choose(undefined)} />}
    </div>
  );
}
