import { ImportError } from "../imports/index.ts";
import { limits } from "./limits.ts";

export const tooLarge = () =>
  new ImportError({
    zh: `表格内容过大：最多 ${limits.rows} 行。请删除多余的工作表和空行，或拆成几个文件。`,
    en: `The sheet is too large: at most ${limits.rows} rows. Delete sheets and rows that are not needed, or split the file.`,
  });
