import phoneEn from "../shared/phone/words/en.json";
import phoneZh from "../shared/phone/words/zh.json";
import commonEn from "../shared/words/en.json";
import commonZh from "../shared/words/zh.json";
import portalEn from "./words/en.json";
import portalZh from "./words/zh.json";

/** The public door's dictionary; what forms say is the phone's. */
export const portalWords = {
  zh: { common: commonZh, portal: { ...portalZh, kind: phoneZh.kind }, task: { form: phoneZh.form } },
  en: { common: commonEn, portal: { ...portalEn, kind: phoneEn.kind }, task: { form: phoneEn.form } },
};
