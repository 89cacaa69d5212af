import { useTranslation } from "react-i18next";
import { Empty, Screen } from "../ui/index.ts";

export function AbsentPage() {
  const { t } = useTranslation("field");
  return (
    <Screen title={t("title")} back="/">
      <Empty icon="alert">{t("absent")}</Empty>
    </Screen>
  );
}
