import type { Words } from "@xiuhua/core/procedure";

/** Why a backup cannot be made or restored; nothing was changed. */
export class BackupProblem extends Error {
  readonly words: Words;

  constructor(zh: string, en: string, cause?: unknown) {
    super(en, { cause });
    this.name = "BackupProblem";
    this.words = { zh, en };
  }
}
