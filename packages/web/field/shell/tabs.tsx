import { useTranslation } from "react-i18next";
import { NavLink, Outlet } from "react-router";
import { needsPerson } from "../queue/index.ts";
import { useOutgoing } from "../outbox/index.ts";
import { useTaskCount } from "../tasks/index.ts";
import { Icon } from "../ui/index.ts";

const tabs = [
  { to: "/tasks", icon: "tasks", name: "tasks" },
  { to: "/report", icon: "report", name: "report" },
  { to: "/patrol", icon: "patrol", name: "patrol" },
  { to: "/mine", icon: "mine", name: "mine" },
] as const;

/** The main screens, and the way between them under the thumb. */
export function Tabs() {
  const { t } = useTranslation("field");
  const { entries } = useOutgoing();
  const waiting = useTaskCount();
  const asking = entries.some(needsPerson);
  return (
    <>
      <div className="tabs-screen">
        <Outlet />
      </div>
      <nav className="tabs" aria-label={t("tabs.label")}>
        {tabs.map(({ to, icon, name }) => (
          <NavLink key={to} to={to} className="tab" data-name={name}>
            <Icon name={icon} />
            <span>{t(`tabs.${name}`)}</span>
            {name === "tasks" && waiting > 0 && <span className="tab-count number">{waiting}</span>}
            {name === "mine" && asking && <span className="tab-dot" />}
          </NavLink>
        ))}
      </nav>
    </>
  );
}
