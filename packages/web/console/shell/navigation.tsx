import {
  ApartmentOutlined,
  EnvironmentOutlined,
  BulbOutlined,
  CompassOutlined,
  FormOutlined,
  InboxOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  NodeIndexOutlined,
  ProfileOutlined,
  SafetyCertificateOutlined,
  SendOutlined,
  ShopOutlined,
} from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { NavLink } from "react-router";
import { useTranslation } from "react-i18next";
import { proceduresQuery } from "../../shared/api/index.ts";
import { Mark } from "../../shared/ui/index.ts";
import { useSay } from "../../shared/words/index.ts";
import { countsQuery } from "../cases/list/case-queries.ts";
import { mayReadEnterprises } from "../enterprises/board.ts";
import { mayWatch } from "../alarms/index.ts";
import { isAdministrator, useMe } from "../session/index.ts";
import { Entry } from "./entry.tsx";
import { LedgerEntries } from "./ledger-entries.tsx";

interface NavigationProps {
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
}

export function Navigation({ folded, onFold }: NavigationProps) {
  const { t } = useTranslation("shell");
  const { t: common } = useTranslation();
  const me = useMe();
  const say = useSay();
  const counts = useQuery(countsQuery({ queue: "mine" }));
  const procedures = useQuery(proceduresQuery);
  const waiting = counts.data?.mine;
  const mayOpen = procedures.data?.some((procedure) => procedure.openings.length > 0) ?? false;
  return (
    <nav className="navigation" aria-label={t("navigation")} data-folded={folded}>
      <NavLink className="navigation-brand" to="/queue" tabIndex={-1}>
        <Mark size={28} />
        {!folded && (
          <span>
            <strong>{common("product")}</strong>
            <small>{say(me.city.name)}</small>
          </span>
        )}
      </NavLink>
      <Entry folded={folded} to="/queue" icon={<InboxOutlined />} label={t("nav.queue")}>
        {waiting !== undefined && waiting.total > 0 && (
          <span className="navigation-count number" data-late={waiting.red > 0}>
            {waiting.total}
          </span>
        )}
      </Entry>
      <Entry folded={folded} to="/cases" icon={<ProfileOutlined />} label={t("nav.cases")} />
      <Entry folded={folded} to="/map" icon={<EnvironmentOutlined />} label={t("nav.map")} />
      <Entry folded={folded} to="/reported" icon={<SendOutlined />} label={t("nav.reported")} />
      {mayOpen && <Entry folded={folded} to="/register" icon={<FormOutlined />} label={t("nav.register")} />}
      {mayWatch(me) && <Entry folded={folded} to="/patrol" icon={<CompassOutlined />} label={t("nav.patrol")} />}
      <Entry folded={folded} to="/pledges" icon={<SafetyCertificateOutlined />} label={t("nav.pledges")} />
      <Entry folded={folded} to="/components" icon={<BulbOutlined />} label={t("nav.components")} />
      <Entry folded={folded} to="/responsibility" icon={<NodeIndexOutlined />} label={t("nav.responsibility")} />
      {isAdministrator(me) && (
        <>
          <Entry folded={folded} to="/people" icon={<ApartmentOutlined />} label={t("nav.people")} />
          <Entry folded={folded} to="/places" icon={<CompassOutlined />} label={t("nav.places")} />
        </>
      )}
      {mayReadEnterprises(me) && (
        <Entry folded={folded} to="/enterprises" icon={<ShopOutlined />} label={t("nav.enterprises")} />
      )}
      <LedgerEntries folded={folded} />
      <Button
        className="navigation-fold"
        type="text"
        icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
        aria-label={t(folded ? "expand" : "collapse")}
        aria-expanded={!folded}
        onClick={() => onFold(!folded)}
      />
    </nav>
  );
}
