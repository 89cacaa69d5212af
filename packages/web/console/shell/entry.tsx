import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { NavLink, useLocation } from "react-router";

interface EntryProps {
  readonly folded: boolean;
  readonly to: string;
  readonly icon: ReactNode;
  readonly label: string;
  readonly children?: ReactNode;
}

/** A line of the navigation. A ledger is a list narrowed to one procedure, so there the address's query counts too. */
export function Entry({ folded, to, icon, label, children }: EntryProps) {
  const { pathname, search } = useLocation();
  const [path, query = ""] = to.split("?");
  const wanted = new URLSearchParams(query).get("procedure");
  const isHere = path === "/cases" ? pathname === path : pathname.startsWith(path ?? to);
  const active = isHere && new URLSearchParams(path === "/cases" ? search : "").get("procedure") === wanted;
  return (
    <Tooltip title={folded ? label : undefined} placement="right">
      <NavLink
        className={() => `navigation-entry${active ? " active" : ""}`}
        to={to}
        aria-current={active ? "page" : "false"}
        aria-label={folded ? label : undefined}
      >
        {icon}
        {!folded && <span className="navigation-label">{label}</span>}
        {children}
      </NavLink>
    </Tooltip>
  );
}
