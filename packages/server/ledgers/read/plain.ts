import type { CellValue } from "../sheet/index.ts";

/** A cell as a person reads it; a date as `2022-08-12` or `2022-08-12 09:30`. */
export function plainText(value: CellValue): string {
  if (typeof value === "string") return value.trim();
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  // Telephone and serial numbers are numbers to a spreadsheet: never 1.38e10.
  if (typeof value === "number") return Number.isInteger(value) ? value.toFixed(0) : String(value);
  if ("error" in value) return value.error;
  const two = (number: number) => String(number).padStart(2, "0");
  const date = `${value.year}-${two(value.month)}-${two(value.day)}`;
  return value.hour === 0 && value.minute === 0 ? date : `${date} ${two(value.hour)}:${two(value.minute)}`;
}

/** Two writings of one name: full and half width, blanks and line breaks, letters large and small. */
export const folded = (text: string): string => text.normalize("NFKC").replaceAll(/\s+/gu, "").toLowerCase();
