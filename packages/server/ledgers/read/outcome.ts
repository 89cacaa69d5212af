import type { Words } from "@xiuhua/core/procedure";

/** What became of a cell. */
export type Read =
  | {
      readonly ok: true;
      readonly value: unknown;
      /** What a person should look at, though it can be taken. */
      readonly doubt?: Words;
    }
  | {
      readonly ok: false;
      readonly fault: Words;
      /** A date without its year: the person is to tell it. */
      readonly wantsYear?: true;
    };

export const taken = (value: unknown, doubt?: Words): Read =>
  doubt === undefined ? { ok: true, value } : { ok: true, value, doubt };

export const faulty = (zh: string, en: string): Read => ({ ok: false, fault: { zh, en } });
