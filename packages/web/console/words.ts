import commonEn from "../shared/words/en.json";
import commonZh from "../shared/words/zh.json";
import caseEn from "./case/words/en.json";
import caseZh from "./case/words/zh.json";
import shellEn from "./words/en/shell.json";
import shellZh from "./words/zh/shell.json";

/** The console's dictionary, one area a file: `useTranslation("case")` reads `case/words/zh.json`. */
export const consoleWords = {
  zh: { common: commonZh, shell: shellZh, case: caseZh },
  en: { common: commonEn, shell: shellEn, case: caseEn },
};
