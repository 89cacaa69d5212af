import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

interface NoticeProps {
  readonly tone?: "plain" | "warn" | "bad" | "good";
  readonly icon?: IconName;
  readonly title?: ReactNode;
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Something to know before going on. */
export function Notice({ tone = "plain", icon, title, children, action }: NoticeProps) {
  const sign: IconName = icon ?? (tone === "good" ? "check" : tone === "plain" ? "bell" : "alert");
  return (
    <div className="notice" data-tone={tone} role={tone === "bad" ? "alert" : "status"}>
      <Icon name={sign} size={22} />
      <div className="notice-text">
        {title !== undefined && <strong>{title}</strong>}
        {children !== undefined && <div>{children}</div>}
        {action !== undefined && <div className="notice-action">{action}</div>}
      </div>
    </div>
  );
}
