import commonEn from "../shared/words/en.json";
import commonZh from "../shared/words/zh.json";
import caseEn from "./case/words/en.json";
import caseZh from "./case/words/zh.json";
import mapEn from "./map/words/en.json";
import mapZh from "./map/words/zh.json";
import streetEn from "./patrol/words/en.json";
import streetZh from "./patrol/words/zh.json";
import accountEn from "./words/en/account.json";
import casesEn from "./words/en/cases.json";
import componentsEn from "./words/en/components.json";
import enterprisesEn from "./words/en/enterprises.json";
import ledgersEn from "./words/en/ledgers.json";
import loginEn from "./words/en/login.json";
import peopleEn from "./words/en/people.json";
import placesEn from "./words/en/places.json";
import pledgesEn from "./words/en/pledges.json";
import responsibilityEn from "./words/en/responsibility.json";
import shellEn from "./words/en/shell.json";
import accountZh from "./words/zh/account.json";
import casesZh from "./words/zh/cases.json";
import componentsZh from "./words/zh/components.json";
import enterprisesZh from "./words/zh/enterprises.json";
import ledgersZh from "./words/zh/ledgers.json";
import loginZh from "./words/zh/login.json";
import peopleZh from "./words/zh/people.json";
import placesZh from "./words/zh/places.json";
import pledgesZh from "./words/zh/pledges.json";
import responsibilityZh from "./words/zh/responsibility.json";
import shellZh from "./words/zh/shell.json";

/** The console's dictionary, one area a file: `useTranslation("case")` reads `case/words/zh.json`. */
export const consoleWords = {
  zh: {
    common: commonZh,
    shell: shellZh,
    login: loginZh,
    account: accountZh,
    cases: casesZh,
    people: peopleZh,
    places: placesZh,
    pledges: pledgesZh,
    components: componentsZh,
    responsibility: responsibilityZh,
    enterprises: enterprisesZh,
    ledgers: ledgersZh,
    case: caseZh,
    map: mapZh,
    street: streetZh,
  },
  en: {
    common: commonEn,
    shell: shellEn,
    login: loginEn,
    account: accountEn,
    cases: casesEn,
    people: peopleEn,
    places: placesEn,
    pledges: pledgesEn,
    components: componentsEn,
    responsibility: responsibilityEn,
    enterprises: enterprisesEn,
    ledgers: ledgersEn,
    case: caseEn,
    map: mapEn,
    street: streetEn,
  },
};
