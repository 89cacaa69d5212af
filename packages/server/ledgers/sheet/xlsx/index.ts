import { ImportError } from "../../../imports/index.ts";
import type { Grid } from "../grid.ts";
import { fillMerged } from "../merged.ts";
import { limits } from "../../limits.ts";
import { withArchive } from "./archive.ts";
import { readStrings } from "./strings.ts";
import { readDateStyles } from "./styles.ts";
import { readWorkbook } from "./workbook.ts";
import { readWorksheet } from "./worksheet.ts";

/**
 * The sheets of a workbook, one after the other until `wanted` says that it found its own.
 * @param named the only sheet to look at
 * @throws ImportError
 */
export function findInWorkbook<T>(
  path: string,
  wanted: (grid: Grid) => T | undefined,
  named?: string,
): Promise<{ readonly found: T | undefined; readonly sheets: readonly string[] }> {
  return withArchive(path, async (archive) => {
    const workbook = await readWorkbook(archive);
    const names = workbook.sheets.map((sheet) => sheet.name);
    const looked = workbook.sheets.filter((sheet) => named === undefined || sheet.name === named);
    if (looked.length === 0) throw noSheet(named, names);
    const meaning = {
      strings: await readStrings(archive),
      isDate: await readDateStyles(archive),
      later: workbook.later,
    };
    for (const sheet of looked.slice(0, limits.sheets)) {
      const found = wanted(fillMerged(await readWorksheet(archive, sheet, meaning)));
      if (found !== undefined) return { found, sheets: names };
    }
    return { found: undefined, sheets: names };
  });
}

const noSheet = (named: string | undefined, names: readonly string[]) =>
  new ImportError(
    named === undefined
      ? { zh: "文件里没有工作表。", en: "The file has no sheet." }
      : {
          zh: `文件里没有“${named}”工作表；有：${names.join("、")}。`,
          en: `The file has no sheet “${named}”; it has: ${names.join(", ")}.`,
        },
  );
