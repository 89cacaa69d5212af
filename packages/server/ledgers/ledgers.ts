import type { Catalogue } from "@xiuhua/core/catalogue";
import type { LedgerChoices } from "../api/index.ts";
import type { CaseService } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { People, Reader } from "../people/index.ts";
import type { LiveGazetteer } from "../places/index.ts";
import type { Database } from "../store/index.ts";
import { checkRows, knownKeys, remarksOf, requestOf, type CheckedRow } from "./check.ts";
import { contextOf } from "./context.ts";
import { ledgerForms, type LedgerForm } from "./fields.ts";
import { ImportError } from "../imports/index.ts";
import { readRows, type LedgerRows } from "./rows.ts";
import { readTable, type LedgerTable } from "./table.ts";

export interface LedgersOptions {
  readonly db: Database;
  readonly city: City;
  readonly cases: Pick<CaseService, "open" | "wouldRefuse" | "procedures">;
  readonly catalogue: Catalogue;
  readonly directory: People["directory"];
  readonly gazetteer: Pick<LiveGazetteer, "current">;
}

export interface LedgerFile {
  readonly path: string;
  /** As the person knows it. */
  readonly name: string;
}

/** A file read as a ledger, every row asked about. */
export interface ReadLedger extends Pick<LedgerRows, "skipped" | "wantsYear"> {
  readonly file: string;
  readonly form: LedgerForm;
  readonly table: LedgerTable;
  readonly rows: readonly CheckedRow[];
  /** Fields that must be there and that nothing fills. */
  readonly missing: readonly string[];
}

export interface LedgerCounts {
  readonly rows: number;
  readonly new: number;
  readonly known: number;
  readonly faulty: number;
}

export type LedgerResult = LedgerCounts & { readonly opened: number; readonly finished: boolean };

/** Rows on their way to the journal at a time: it bundles what comes together. */
const lanes = 32;

/** Ledgers in spreadsheets: what they would bring, and bringing it. */
export function makeLedgers(options: LedgersOptions) {
  const { db, cases, gazetteer } = options;
  const city = options.city.code;

  function forms(reader: Reader): LedgerForm[] {
    return ledgerForms(
      cases.procedures.values(),
      reader.grants.map((grant) => grant.role),
    );
  }

  function formOf(reader: Reader, { procedure, action }: LedgerChoices): LedgerForm {
    const [form, ...more] = forms(reader).filter(
      (one) => one.procedure.id === procedure && (action === undefined || one.opening.action === action),
    );
    if (!form) throw noForm(procedure);
    if (more.length > 0 && action === undefined) throw severalForms([form, ...more]);
    return form;
  }

  return {
    forms,
    countsOf,

    /**
     * What a file would bring; nothing is written.
     * @throws ImportError when the file cannot be read as a table
     */
    async read(reader: Reader, file: LedgerFile, choices: LedgerChoices): Promise<ReadLedger> {
      const form = formOf(reader, choices);
      const table = await readTable(file, form, choices);
      const { gazetteer: places } = await gazetteer.current();
      const { rows, ...rest } = await readRows(table, form, choices, contextOf(options, places, choices.year));
      const filled = new Set([...table.columns.map((one) => one.field), ...Object.keys(choices.fixed ?? {})]);
      const missing = form.fields
        .filter((field) => field.required && !filled.has(field.name))
        .map((field) => field.name);
      // Where a whole column is wanting, asking row by row would say one thing a thousand times.
      const checked = missing.length > 0 ? rows : await checkRows(rows, { db, city, cases, reader, form, table });
      return { file: file.name, form, table, rows: checked, missing, ...rest };
    },

    /**
     * Opens a case for every row that is sound and not known yet. What was opened before is found by its key, so a second
     * import, or one that was cut off, makes nothing twice.
     */
    async bring(
      reader: Reader,
      ledger: ReadLedger,
      { signal, onProgress }: { readonly signal?: AbortSignal; readonly onProgress?: (done: number) => void },
    ): Promise<{ readonly result: LedgerResult; readonly rows: readonly CheckedRow[] }> {
      const rows: CheckedRow[] = [...ledger.rows];
      const wanted = rows.flatMap((row, at) => (stateOf(row) === "new" ? [at] : []));
      let opened = 0;
      let done = 0;
      const next = wanted.values();
      const lane = async () => {
        for (const at of next) {
          const row = rows[at];
          if (signal?.aborted || row?.input === undefined || row.key === undefined) return;
          const answer = await cases.open(reader, { ...requestOf(ledger.form, row.input), rowKey: row.key });
          if (answer.ok) {
            rows[at] = { ...row, no: answer.value.no };
            opened += 1;
          } else rows[at] = await afterRefusal(row, remarksOf(answer.refusal, row, ledger.form, ledger.table));
          done += 1;
          onProgress?.(done);
        }
      };
      await Promise.all(Array.from({ length: lanes }, lane));
      const before = countsOf(ledger.rows);
      const after = countsOf(rows);
      const result = { rows: rows.length, new: before.new, known: before.known, faulty: after.faulty, opened };
      return { result: { ...result, finished: signal?.aborted !== true }, rows };
    },
  };

  /** Refused though it was sound a moment ago: somebody else brought the same row, or something changed. */
  async function afterRefusal(row: CheckedRow, faults: CheckedRow["faults"]): Promise<CheckedRow> {
    const key = row.key ?? "";
    const no = (await knownKeys({ db, city }, [key])).get(key);
    return no === undefined ? { ...row, faults } : { ...row, no };
  }
}

export type Ledgers = ReturnType<typeof makeLedgers>;

export function stateOf(row: CheckedRow): "new" | "known" | "faulty" {
  if (row.faults.length > 0 || row.input === undefined) return "faulty";
  return row.no === undefined ? "new" : "known";
}

export function countsOf(rows: readonly CheckedRow[]): LedgerCounts {
  const count = (state: ReturnType<typeof stateOf>) => rows.filter((row) => stateOf(row) === state).length;
  return { rows: rows.length, new: count("new"), known: count("known"), faulty: count("faulty") };
}

const noForm = (procedure: string) =>
  new ImportError({
    zh: `没有可由您从表格导入的业务“${procedure}”：没有这个业务、您的岗位不能登记，或登记时必须附照片。`,
    en: `You cannot import a ledger of “${procedure}”: there is no such procedure, your posts may not open a case of it, or opening one needs photos.`,
  });

const severalForms = (forms: readonly LedgerForm[]) =>
  new ImportError({
    zh: `该业务有多种登记方式，请指明：${forms.map(({ opening }) => `${opening.action}（${opening.title.zh}）`).join("、")}。`,
    en: `There are several ways to open a case; say which: ${forms.map(({ opening }) => `${opening.action} (${opening.title.en})`).join(", ")}.`,
  });
