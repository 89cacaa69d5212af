export type Language = "zh" | "en";

const key = "xiuhua.language";

/** The language chosen on this machine; undefined before anybody chose. */
export function storedLanguage(): Language | undefined {
  const value = localStorage.getItem(key);
  return value === "zh" || value === "en" ? value : undefined;
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(key, language);
}

/** i18next's tag as one of ours: the product speaks Chinese first. */
export function asLanguage(tag: string | undefined): Language {
  return tag?.startsWith("en") ? "en" : "zh";
}
