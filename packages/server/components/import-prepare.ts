import type { Catalogue } from "@xiuhua/core/catalogue";
import type { City } from "../city/index.ts";
import { ImportError, type Reject, type SourceRow } from "../imports/index.ts";
import type { Datum, Places } from "../places/index.ts";
import { columnsOf } from "./import-columns.ts";
import { rowOf } from "./import-row.ts";
import type { Wanted } from "./save.ts";
import { codePattern } from "./settings.ts";

export interface PrepareOptions {
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly datum: Datum;
  readonly columns?: Readonly<Record<string, string>>;
  readonly states?: Readonly<Record<string, string>>;
}

/** A batch as it will be written, and what will be written aside. */
export interface Prepared {
  readonly rows: number;
  readonly wanted: readonly Wanted[];
  readonly refused: readonly Reject[];
}

/** Checks rows; of a code that comes twice only the first is taken. */
export function makePreparer(options: PrepareOptions): (batch: readonly SourceRow[]) => Prepared {
  const { city, states = {} } = options;
  const pattern = codePattern(city);
  const seen = new Set<string>();
  const columnsIn = makeColumnFinder(options.columns);
  return (batch) => {
    const wanted: Wanted[] = [];
    const refused: Reject[] = [];
    for (const source of batch) {
      const { line } = source;
      if ("broken" in source) {
        refused.push({ line, id: "", field: "", reason: source.broken });
        continue;
      }
      const found = columnsIn(source.values);
      if ("missing" in found) {
        refused.push({ line, id: "", field: "", reason: found.missing });
        continue;
      }
      const { columns } = found;
      const row = rowOf(source.values, { ...options, columns, pattern, city: city.code, states });
      const field = columns.get("code") ?? "";
      const id = (source.values[field] ?? "").trim();
      if ("reason" in row) refused.push({ line, id, ...row });
      else if (seen.has(row.code)) refused.push({ line, id, field, reason: twice });
      else {
        seen.add(row.code);
        wanted.push(row);
      }
    }
    return { rows: batch.length, wanted, refused };
  };
}

const twice = { zh: "文件中已有此标识码", en: "The file has this code already" };

/** All rows of a CSV file have the same columns; a feature may lack some. Where the first row lacks what is needed, all do. */
function makeColumnFinder(given: PrepareOptions["columns"]) {
  const known = new Map<string, ReturnType<typeof columnsOf>>();
  let last: { readonly header: readonly string[]; readonly found: ReturnType<typeof columnsOf> } | undefined;
  return (values: Readonly<Record<string, string>>): ReturnType<typeof columnsOf> => {
    const header = Object.keys(values);
    if (last !== undefined && isSame(header, last.header)) return last.found;
    const key = header.join("\n");
    const found = known.get(key) ?? columnsOf(header, given);
    if (known.size === 0 && "missing" in found) throw new ImportError(found.missing);
    if (known.size < mostHeaders) known.set(key, found);
    last = { header, found };
    return found;
  };
}

/** Features whose properties differ in so many ways are hostile; the rest is worked out anew each time. */
const mostHeaders = 1000;

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((name, at) => name === other[at]);
