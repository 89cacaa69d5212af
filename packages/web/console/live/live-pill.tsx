import { ReloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

/** “有 3 条更新”: what happened meanwhile, shown when the reader wants it. */
export function LivePill({ count, missed, onRefresh }: { count: number; missed: boolean; onRefresh: () => void }) {
  const { t } = useTranslation("shell");
  const shown = count > 0 || missed;
  return (
    <span aria-live="polite">
      {shown && (
        <Button shape="round" size="small" icon={<ReloadOutlined />} title={t("live.refresh")} onClick={onRefresh}>
          {count > 0 ? t("live.updates", { count }) : t("live.missed")}
        </Button>
      )}
    </span>
  );
}
