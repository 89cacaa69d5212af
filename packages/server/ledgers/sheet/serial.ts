import type { CellDate } from "./grid.ts";

const day = 86_400_000;
/** Day 60 of the 1900 system is a 29 February that never was (ECMA-376 part 1, 18.17.4.1); dates before it are of no use here. */
const epoch1900 = Date.UTC(1899, 11, 30);

/**
 * The date behind a spreadsheet's serial number, days since 1900; undefined outside 1970 to 2199.
 * @param later days that the workbook counts later: 1462 in the 1904 system
 */
export function dateOfSerial(serial: number, later = 0): CellDate | undefined {
  const minutes = Math.round((serial + later) * 1440);
  const at = new Date(epoch1900 + minutes * 60_000);
  if (!(at.getTime() >= 0) || at.getTime() > Date.UTC(2200, 0, 1) - day) return undefined;
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
  };
}
