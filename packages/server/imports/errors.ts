import type { Words } from "@xiuhua/core/procedure";

/** Why an import as a whole cannot go on: the file, its encoding, its mapping. A bad row is no such thing; it is rejected. */
export class ImportError extends Error {
  readonly words: Words;

  constructor(words: Words, options?: ErrorOptions) {
    super(`${words.en} ${words.zh}`, options);
    this.name = "ImportError";
    this.words = words;
  }
}
