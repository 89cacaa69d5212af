import i18next, { type Resource } from "i18next";
import { initReactI18next } from "react-i18next";
import { asLanguage, storedLanguage, storeLanguage, type Language } from "./language.ts";

/** Starts the dictionaries. Each door (console, field, portal) brings its own areas. */
export async function startWords(resources: Record<Language, Resource[string]>): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: storedLanguage() ?? "zh",
    fallbackLng: "zh",
    resources,
    ns: Object.keys(resources.zh),
    defaultNS: "common",
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  });
  const mark = (tag: string) => {
    document.documentElement.lang = asLanguage(tag) === "zh" ? "zh-CN" : "en";
  };
  mark(i18next.language);
  i18next.on("languageChanged", mark);
}

export async function changeLanguage(language: Language): Promise<void> {
  storeLanguage(language);
  await i18next.changeLanguage(language);
}
