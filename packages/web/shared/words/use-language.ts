import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { Words } from "@xiuhua/server/api";
import { asLanguage, type Language } from "./language.ts";

export function useLanguage(): Language {
  return asLanguage(useTranslation().i18n.language);
}

/** Picks the reader's language out of the server's words: `const say = useSay(); say(unit.name)`. */
export function useSay(): (words: Words) => string {
  const language = useLanguage();
  return useCallback((words) => words[language] || words.zh, [language]);
}
