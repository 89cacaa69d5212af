import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Names the page in the browser's tab: “我的待办 · 绣花”. */
export function useTitle(title: string | undefined): void {
  const { t } = useTranslation();
  const product = t("product");
  useEffect(() => {
    document.title = title === undefined ? product : `${title} · ${product}`;
  }, [title, product]);
}
