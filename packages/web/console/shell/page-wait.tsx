import { Skeleton } from "antd";
import { useTranslation } from "react-i18next";

/** What stands in a page's place while its code arrives. */
export function PageWait() {
  const { t } = useTranslation();
  return (
    <div className="page" aria-live="polite" aria-busy aria-label={t("loading")}>
      <Skeleton active title={{ width: 180 }} paragraph={{ rows: 8 }} />
    </div>
  );
}
