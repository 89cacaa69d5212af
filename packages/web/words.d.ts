import "i18next";
import type { consoleWords } from "./console/words.ts";
import type { fieldWords } from "./field/words.ts";
import type { portalWords } from "./portal/words.ts";

declare module "i18next" {
  /** Makes a key that no dictionary has a type error. */
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: (typeof consoleWords)["zh"] & (typeof fieldWords)["zh"] & (typeof portalWords)["zh"];
  }
}

declare global {
  /** The product's version, put in by the build. */
  const __APP_VERSION__: string;
}
