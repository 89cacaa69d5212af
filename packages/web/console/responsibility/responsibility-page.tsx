import { Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useTitle } from "../../shared/ui/index.ts";
import { ChangesTab } from "./changes-tab.tsx";
import { MatrixTab } from "./matrix-tab.tsx";
import "./responsibility.css";
import { RulesTab } from "./rules-tab.tsx";

const tabs = ["matrix", "rules", "changes"] as const;
const contents = { matrix: <MatrixTab />, rules: <RulesTab />, changes: <ChangesTab /> };

/** 责任分工: who gets what, why, and who changed it. Everybody on staff reads and tests it; administrators change it. */
export function ResponsibilityPage() {
  const { t } = useTranslation("responsibility");
  const navigate = useNavigate();
  const { "*": path } = useParams();
  useTitle(t("title"));
  return (
    <div className="page responsibility">
      <Tabs
        className="page-tabs"
        activeKey={tabs.find((tab) => tab === path) ?? "matrix"}
        onChange={(tab) => void navigate(`/responsibility/${tab}`)}
        items={tabs.map((tab) => ({ key: tab, label: t(`tab.${tab}`), children: contents[tab] }))}
      />
    </div>
  );
}
