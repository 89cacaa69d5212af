import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon.tsx";

/** What stands where there is nothing to show. */
export function Empty({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <div className="empty">
      <Icon name={icon} size={40} />
      <p>{children}</p>
    </div>
  );
}
