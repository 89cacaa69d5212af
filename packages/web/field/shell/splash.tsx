import { useTranslation } from "react-i18next";
import { Mark } from "../../shared/ui/index.ts";

/** While it is not yet known who works here. */
export function Splash() {
  const { t } = useTranslation();
  return (
    <output className="splash">
      <Mark size={64} />
      <span className="sr-only">{t("loading")}</span>
    </output>
  );
}
