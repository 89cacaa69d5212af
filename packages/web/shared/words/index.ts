export { type Language, asLanguage, storedLanguage } from "./language.ts";
export { changeLanguage, startWords } from "./start.ts";
export { useLanguage, useSay } from "./use-language.ts";
export { WordsText } from "./words-text.tsx";
