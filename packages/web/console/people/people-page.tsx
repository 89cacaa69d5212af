import { Result, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useTitle } from "../../shared/ui/index.ts";
import { isAdministrator, useMe } from "../session/index.ts";
import { DelegationsTab } from "./delegations/delegations-tab.tsx";
import { OrganisationTab } from "./organisation-tab.tsx";
import { ShiftsTab } from "./shifts/shifts-tab.tsx";
import "./people.css";

const tabs = ["organisation", "shifts", "delegations"] as const;
const contents = { organisation: <OrganisationTab />, shifts: <ShiftsTab />, delegations: <DelegationsTab /> };

/** 机构与人员: for the administrator. The tab stands in the address. */
export function PeoplePage() {
  const { t } = useTranslation("people");
  const { t: shell } = useTranslation("shell");
  const navigate = useNavigate();
  const { "*": path } = useParams();
  useTitle(shell("title.people"));
  if (!isAdministrator(useMe())) return <Result status="403" title={t("denied")} />;
  return (
    <div className="page people">
      <Tabs
        className="page-tabs"
        activeKey={tabs.find((tab) => tab === path) ?? "organisation"}
        onChange={(tab) => void navigate(`/people/${tab}`)}
        items={tabs.map((tab) => ({ key: tab, label: t(`tab.${tab}`), children: contents[tab] }))}
      />
    </div>
  );
}
