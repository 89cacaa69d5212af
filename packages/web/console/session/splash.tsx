import { useTranslation } from "react-i18next";
import type { ReactNode } from "react";
import { Mark } from "../../shared/ui/index.ts";
import "./splash.css";

/** The mark on an empty ground while it is not yet known who sits here. */
export function Splash({ children }: { children?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div className="splash" role={children ? undefined : "status"}>
      <Mark size={48} />
      {children ?? <span className="sr-only">{t("loading")}</span>}
    </div>
  );
}
