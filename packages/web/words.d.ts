import "i18next";
import type { consoleWords } from "./console/words.ts";

declare module "i18next" {
  /** Makes a key that no dictionary has a type error. */
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: (typeof consoleWords)["zh"];
  }
}
