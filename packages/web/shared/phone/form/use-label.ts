import { useTranslation } from "react-i18next";
import type { FormField } from "../../case/index.ts";
import { useSay } from "../../words/index.ts";

/** What a field is called: as its schema says, else as the dictionary calls its key. */
export function useLabel(): (field: FormField) => string {
  const { t } = useTranslation("task");
  const say = useSay();
  return ({ words, path }) => {
    const key = path.at(-1) ?? "";
    if (words) return say(words);
    return key === "name" || key === "phone" ? t(`form.key.${key}`) : key;
  };
}
