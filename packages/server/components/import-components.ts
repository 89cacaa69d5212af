import type { Catalogue } from "@xiuhua/core/catalogue";
import type { City } from "../city/index.ts";
import { batchesOf, ImportError, makeRejectFile, openRows, type Encoding, type Reject } from "../imports/index.ts";
import type { Datum, Places } from "../places/index.ts";
import type { Database } from "../store/index.ts";
import { columnsOf, type Columns } from "./import-columns.ts";
import { rowOf } from "./import-row.ts";
import { saveComponents, type Wanted } from "./save.ts";
import { codePattern } from "./settings.ts";

export interface ComponentImport {
  readonly db: Database;
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly now: () => number;
  /** A CSV file, perhaps packed by gzip. */
  readonly file: string;
  readonly encoding?: Encoding;
  readonly datum: Datum;
  /** Names of columns by attribute, where the file has its own. */
  readonly columns?: Readonly<Record<string, string>>;
  /** States by what the file calls them. */
  readonly states?: Readonly<Record<string, string>>;
  readonly rejects: string;
  /** Decide everything, write nothing but the reject file. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (counts: ComponentCounts, bytesRead: number, bytes: number) => void;
}

/** What became of the rows; rows = added + changed + same + rejected. */
export interface ComponentCounts {
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly rejected: number;
}

/** Rows written by one statement; with the codes seen so far (some 60 bytes each) the bound on memory. */
const batchRows = 1000;

/**
 * Takes components out of a file, in batches of one statement each; the same file again changes nothing. Rows that cannot be
 * are written aside with line and reason. May be stopped at any time and started again.
 * @throws ImportError when the file as a whole is unusable
 */
export async function importComponents(options: ComponentImport): Promise<ComponentCounts & { finished: boolean }> {
  const { db, city, signal } = options;
  const reader = await openRows({
    path: options.file,
    columns: [],
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  const rejects = makeRejectFile(options.rejects);
  const pattern = codePattern(city);
  const seen = new Set<string>();
  const counts = { rows: 0, added: 0, changed: 0, same: 0, rejected: 0 };
  let columns: Columns | undefined;
  try {
    for await (const batch of batchesOf(reader.rows, batchRows)) {
      if (signal?.aborted) break;
      const wanted: Wanted[] = [];
      const refused: Reject[] = [];
      for (const source of batch) {
        if ("broken" in source) {
          refused.push({ line: source.line, id: "", field: "", reason: source.broken });
          continue;
        }
        columns ??= foundColumns(Object.keys(source.values), options.columns);
        const row = rowOf(source.values, {
          ...options,
          columns,
          pattern,
          city: city.code,
          states: options.states ?? {},
        });
        const id = (source.values[columns.get("code") ?? ""] ?? "").trim();
        if ("reason" in row) refused.push({ line: source.line, id, ...row });
        else if (seen.has(row.code))
          refused.push({ line: source.line, id, field: columns.get("code") ?? "", reason: twice });
        else {
          seen.add(row.code);
          wanted.push(row);
        }
      }
      const occasion = { kind: "imported", person: "import", at: options.now() } as const;
      const saved = await saveComponents(db, city.code, wanted, occasion, options.dryRun);
      const added = saved.filter(({ outcome }) => outcome === "added").length;
      counts.rows += batch.length;
      counts.added += added;
      counts.changed += saved.length - added;
      counts.same += wanted.length - saved.length;
      counts.rejected += refused.length;
      await rejects.add(refused);
      options.onProgress?.(counts, reader.read(), reader.bytes);
    }
  } finally {
    await rejects.close();
  }
  return { ...counts, finished: signal?.aborted !== true };
}

const twice = { zh: "文件中已有此标识码", en: "The file has this code already" };

function foundColumns(header: readonly string[], given: ComponentImport["columns"]): Columns {
  const found = columnsOf(header, given);
  if ("missing" in found) throw new ImportError(found.missing);
  return found.columns;
}
