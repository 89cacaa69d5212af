import commonEn from "../shared/words/en.json";
import commonZh from "../shared/words/zh.json";
import phoneEn from "../shared/phone/words/en.json";
import phoneZh from "../shared/phone/words/zh.json";
import fieldEn from "./words/en/field.json";
import outboxEn from "./words/en/outbox.json";
import patrolEn from "./words/en/patrol.json";
import reportEn from "./words/en/report.json";
import taskEn from "./words/en/task.json";
import fieldZh from "./words/zh/field.json";
import outboxZh from "./words/zh/outbox.json";
import patrolZh from "./words/zh/patrol.json";
import reportZh from "./words/zh/report.json";
import taskZh from "./words/zh/task.json";

/** The field app's dictionary, one area a file: `useTranslation("report")` reads `words/zh/report.json`. */
export const fieldWords = {
  zh: {
    common: commonZh,
    field: fieldZh,
    outbox: outboxZh,
    patrol: patrolZh,
    report: { ...reportZh, kind: phoneZh.kind },
    task: { ...taskZh, form: phoneZh.form },
  },
  en: {
    common: commonEn,
    field: fieldEn,
    outbox: outboxEn,
    patrol: patrolEn,
    report: { ...reportEn, kind: phoneEn.kind },
    task: { ...taskEn, form: phoneEn.form },
  },
};
