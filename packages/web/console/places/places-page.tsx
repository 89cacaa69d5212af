import { Result, Tabs } from "antd";
import { useTranslation } from "react-i18next";
import { useNavigate, useParams } from "react-router";
import { useTitle } from "../../shared/ui/index.ts";
import { isAdministrator, useMe } from "../session/index.ts";
import { AreasTab } from "./areas-tab.tsx";
import { CorrectionsTab } from "./corrections-tab.tsx";
import { RoadsTab } from "./roads-tab.tsx";
import "./places.css";

const tabs = ["corrections", "roads", "areas"] as const;
const contents = { corrections: <CorrectionsTab />, roads: <RoadsTab />, areas: <AreasTab /> };

/** 路网与区划: what the city's places are told by, its versions and what was corrected by hand. For the administrator. */
export function PlacesPage() {
  const { t } = useTranslation("places");
  const navigate = useNavigate();
  const { "*": path } = useParams();
  useTitle(t("title"));
  if (!isAdministrator(useMe())) return <Result status="403" title={t("denied")} />;
  return (
    <div className="page places">
      <Tabs
        className="page-tabs"
        activeKey={tabs.find((tab) => tab === path) ?? "corrections"}
        onChange={(tab) => void navigate(`/places/${tab}`)}
        items={tabs.map((tab) => ({ key: tab, label: t(`tab.${tab}`), children: contents[tab] }))}
      />
    </div>
  );
}
