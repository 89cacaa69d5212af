import type { Readable } from "node:stream";
import type { Words } from "@xiuhua/core/procedure";
import { xlsx } from "../cases/index.ts";
import { stateOf, type ReadLedger } from "./ledgers.ts";
import { plainText } from "./read/index.ts";
import type { CheckedRow } from "./check.ts";
import { titlesOf } from "./table.ts";

const titles = [
  { zh: "行", en: "Row", width: 6 },
  { zh: "结果", en: "Result", width: 12 },
  { zh: "案件编号", en: "Case number", width: 22 },
  { zh: "说明", en: "Remarks", width: 50 },
] as const;

const states: Readonly<Record<ReturnType<typeof stateOf>, Words>> = {
  new: { zh: "待导入", en: "to be imported" },
  known: { zh: "已导入", en: "imported" },
  faulty: { zh: "有误，未导入", en: "faulty, left out" },
};

/** What became of each row, as a workbook: its case's number or what is wrong with it, and beside that the row as it was. */
export function reportOf({ table, rows, skipped }: ReadLedger, language: keyof Words): Readable {
  const columns = titlesOf(table);
  const cells = new Map(table.rows.map((row) => [row.row, row.cells]));
  const own = (row: number) =>
    columns.map(({ column }) => {
      const cell = cells.get(row)?.[column];
      return cell === undefined ? undefined : plainText(cell);
    });
  const lines = [
    ...rows.map((row) => ({ row: row.row, line: [states[stateOf(row)][language], row.no, remarksOf(row, language)] })),
    ...skipped.map(({ row, why }) => ({
      row,
      line: [{ zh: "跳过", en: "skipped" }[language], undefined, why[language]],
    })),
  ].toSorted((one, other) => one.row - other.row);

  return xlsx({
    name: { zh: "导入结果", en: "Import" }[language],
    columns: [
      ...titles.map(({ width, ...title }) => ({ title: title[language], width, instants: false })),
      ...columns.map(({ title }) => ({ title, width: 20, instants: false })),
    ],
    batches: batches(lines.map(({ row, line }) => [row, ...line, ...own(row)])),
    wall: (at) => at,
  });
}

const remarksOf = ({ faults, doubts }: CheckedRow, language: keyof Words): string | undefined =>
  [...faults, ...doubts]
    .map(({ cell, message }) => [cell, message[language]].filter(Boolean).join(" "))
    .join({ zh: "；", en: "; " }[language]) || undefined;

async function* batches<T>(rows: readonly T[]): AsyncGenerator<readonly T[], void, void> {
  for (let at = 0; at < rows.length; at += 500) yield rows.slice(at, at + 500);
}
