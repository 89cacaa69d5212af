import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { changeLanguage, useLanguage, type Language } from "../words/index.ts";

/** One press changes the language; the button names the other one, in that language. */
export function LanguageSwitch({ onChange }: { onChange?: (language: Language) => void }) {
  const { t } = useTranslation();
  const other = useLanguage() === "zh" ? "en" : "zh";
  return (
    <Button
      type="text"
      lang={other === "zh" ? "zh-CN" : "en"}
      aria-label={`${t("language.label")}: ${t(`language.${other}`)}`}
      onClick={() => {
        void changeLanguage(other);
        onChange?.(other);
      }}
    >
      {t(`language.${other}`)}
    </Button>
  );
}
