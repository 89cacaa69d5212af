import { useTranslation } from "react-i18next";
import { Button, Notice } from "../ui/index.ts";
import { applyUpdate, useUpdate } from "./updates.ts";

/** Says that a new edition is ready. It also takes over by itself once nobody looks. */
export function UpdateBar() {
  const { t } = useTranslation("field");
  return useUpdate() ? (
    <div className="update-bar">
      <Notice
        icon="sync"
        title={t("update.ready")}
        action={
          <Button kind="plain" onClick={applyUpdate}>
            {t("update.apply")}
          </Button>
        }
      >
        {t("update.hint")}
      </Notice>
    </div>
  ) : null;
}
