import type { Words } from "@xiuhua/core/procedure";

/** Where in a file something stands, as far as its format tells. */
export interface Where {
  /** Its name, without the folders. */
  readonly file: string;
  /** From 1. */
  readonly line?: number;
  /** The how-manieth feature, from 1. */
  readonly feature?: number;
  /** As OpenStreetMap names it: `way 123`. */
  readonly element?: string;
}

/** A file of the map that cannot be taken in: which place in it, what is wrong, and the way out. Nothing was changed. */
export class NetworkProblem extends Error {
  readonly words: Words;

  constructor(where: Where | undefined, words: Words, options?: ErrorOptions) {
    const said = where === undefined ? words : { zh: `${zh(where)}：${words.zh}`, en: `${en(where)}: ${words.en}` };
    super(`${said.en} ${said.zh}`, options);
    this.name = "NetworkProblem";
    this.words = said;
  }
}

function zh({ file, line, feature, element }: Where): string {
  const parts = [
    ...(feature === undefined ? [] : [`第 ${feature} 个要素`]),
    ...(element === undefined ? [] : [element]),
    ...(line === undefined ? [] : [`第 ${line} 行`]),
  ];
  return parts.length === 0 ? file : `${file} ${parts.join("，")}`;
}

function en({ file, line, feature, element }: Where): string {
  const parts = [
    ...(feature === undefined ? [] : [`feature ${feature}`]),
    ...(element === undefined ? [] : [element]),
    ...(line === undefined ? [] : [`line ${line}`]),
  ];
  return parts.length === 0 ? file : `${file}, ${parts.join(", ")}`;
}
