import { useTranslation } from "react-i18next";
import { useSay } from "../../../shared/words/index.ts";
import type { FormField } from "../../../shared/case/index.ts";

/** What a field is called: as its schema says, else as the dictionary calls its key. */
export function useLabel(): (field: FormField) => string {
  const { t } = useTranslation("case");
  const say = useSay();
  return ({ words, path }) => {
    const key = path.at(-1) ?? "";
    if (words) return say(words);
    return key === "name" || key === "phone" ? t(`form.key.${key}`) : key;
  };
}
