import type { LedgerForm as ShownForm, LedgerPreview } from "../api/index.ts";
import type { LedgerForm } from "./fields.ts";
import { countsOf, stateOf, type ReadLedger } from "./ledgers.ts";
import { letterOf } from "./sheet/index.ts";
import { titlesOf } from "./table.ts";

/** Rows of a preview: what a person looks through. */
const mostItems = 200;
/** Faulty rows told beyond them. */
const mostFaulty = 300;
const mostSkipped = 100;

export function shownForm({ procedure, opening, fields }: LedgerForm): ShownForm {
  return {
    procedure: procedure.id,
    action: opening.action,
    title: procedure.title,
    opening: opening.title,
    fields: fields.map(({ name, words, required, kind, choices }) => ({
      name,
      words,
      required,
      kind,
      choices: Object.entries(choices).map(([value, words]) => ({ value, words })),
    })),
  };
}

export function previewOf({ file, form, table, rows, missing, skipped, wantsYear }: ReadLedger): LedgerPreview {
  const first = rows.slice(0, mostItems);
  const faulty = rows.slice(mostItems).filter((row) => stateOf(row) === "faulty");
  return {
    file,
    sheet: table.sheet,
    sheets: [...table.sheets],
    headingRow: table.heading.row,
    columns: titlesOf(table).map(({ column, title }) => {
      const match = table.columns.find((one) => one.column === column);
      return {
        column,
        letter: letterOf(column),
        title: title.slice(0, 100),
        ...(match ? { field: match.field, how: match.how } : {}),
      };
    }),
    form: shownForm(form),
    missing: [...missing],
    wantsYear,
    ...countsOf(rows),
    skipped: skipped.slice(0, mostSkipped).map((one) => ({ ...one, text: one.text.slice(0, 100) })),
    items: [...first, ...faulty.slice(0, mostFaulty)].map((row) => ({
      row: row.row,
      state: stateOf(row),
      ...(row.no === undefined ? {} : { no: row.no }),
      shown: Object.fromEntries(Object.entries(row.shown).map(([field, text]) => [field, text.slice(0, 200)])),
      faults: [...row.faults],
      doubts: [...row.doubts],
    })),
  };
}
