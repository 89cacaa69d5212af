import { setImmediate } from "node:timers/promises";
import type { CaseRefusal, CaseService } from "../cases/index.ts";
import type { Reader } from "../people/index.ts";
import { sql, type Database } from "../store/index.ts";
import type { LedgerForm } from "./fields.ts";
import { cellOf, type LedgerRow, type Remark } from "./rows.ts";
import type { LedgerTable } from "./table.ts";

/** A row that was asked about: what the procedure says to it, and whether it is a case already. */
export interface CheckedRow extends LedgerRow {
  /** Names the row whatever file it stands in and whoever imports it. */
  readonly key?: string;
  /** The case that it became before. */
  readonly no?: string;
}

export interface CheckOptions {
  readonly db: Database;
  readonly city: string;
  readonly cases: Pick<CaseService, "wouldRefuse">;
  readonly reader: Reader;
  readonly form: LedgerForm;
  readonly table: LedgerTable;
}

/** Rows between two turns of everybody else. */
const rowsAtOnce = 100;

/** Asks the procedure about every row that can be read, and the city which of them it has. */
export async function checkRows(rows: readonly LedgerRow[], options: CheckOptions): Promise<CheckedRow[]> {
  const keyed = withKeys(rows, options.form);
  const known = await knownKeys(
    options,
    keyed.flatMap(({ key }) => key ?? []),
  );
  const checked: CheckedRow[] = [];
  for (const [at, row] of keyed.entries()) {
    if (at % rowsAtOnce === 0) await setImmediate();
    const no = row.key === undefined ? undefined : known.get(row.key);
    checked.push(no === undefined ? await askProcedure(row, options) : { ...row, no });
  }
  return checked;
}

/**
 * The key is made of what the row says and not of the file: a corrected file brings the corrected rows and none of the
 * others again. Two rows of one file that say the same are two.
 */
function withKeys(rows: readonly LedgerRow[], { procedure, opening }: LedgerForm): CheckedRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    if (row.content === undefined) return row;
    const nth = (counts.get(row.content) ?? 0) + 1;
    counts.set(row.content, nth);
    const key = `ledger:${procedure.id}:${opening.action}:${row.content}:${nth}`;
    return nth === 1 ? { ...row, key } : { ...row, key, doubts: [...row.doubts, repeated] };
  });
}

export async function knownKeys(
  { db, city }: Pick<CheckOptions, "db" | "city">,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (keys.length === 0) return new Map();
  const rows = await db.query<{ key: string; no: string }>(sql`
    select idempotency_key as key, case_no as no from case_event
    where city = ${city} and idempotency_key is not null and idempotency_key = any(${keys}::text[])`);
  return new Map(rows.map(({ key, no }) => [key, no]));
}

async function askProcedure(row: CheckedRow, { cases, reader, form, table }: CheckOptions): Promise<CheckedRow> {
  if (row.input === undefined) return row;
  const refusal = await cases.wouldRefuse(reader, requestOf(form, row.input));
  return refusal ? { ...row, faults: remarksOf(refusal, row, form, table) } : row;
}

export const requestOf = ({ procedure, opening }: LedgerForm, input: unknown) => ({
  procedure: procedure.id,
  action: opening.action,
  input,
  evidence: [],
});

/** A refusal by the cells that it is about; one about no field is about the row. */
export function remarksOf(refusal: CaseRefusal, row: LedgerRow, form: LedgerForm, table: LedgerTable): Remark[] {
  const problems = refusal.problems ?? [];
  if (problems.length === 0) return [{ message: refusal.message }];
  return problems.map(({ field: pointer, message }) => {
    const path = pointer.replace(/^\//, "");
    const field = form.fields.find(({ name }) => path === name || path.startsWith(`${name}/`));
    const column = table.columns.find((one) => one.field === field?.name)?.column;
    return { ...cellOf(row, column), ...(field ? { field: field.name } : {}), message };
  });
}

const repeated: Remark = {
  message: { zh: "与上面某一行完全相同，将另立一件", en: "says the same as a row above; it becomes another case" },
};
