import { basename } from "node:path";
import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseService, Directory } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import type { Database } from "../store/index.ts";
import { batchesOf } from "./batches.ts";
import { emptyTally, type ImportCounts } from "./counts.ts";
import type { Encoding } from "./decode.ts";
import { makeImporter } from "./importer.ts";
import { checkMapping, columnsOf } from "./load-mapping.ts";
import type { Mapping } from "./mapping.ts";
import { makeRejectFile } from "./reject-file.ts";
import { openRows } from "./rows.ts";
import { beginRun, databaseTime } from "./run-record.ts";

export interface ImportOptions {
  readonly db: Database;
  readonly city: City;
  readonly procedure: Procedure;
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly places: Places;
  readonly responsibility: Pick<Responsibility, "answer">;
  readonly cases: Pick<CaseService, "journal" | "drain">;
  readonly now: () => number;

  readonly file: string;
  readonly encoding?: Encoding;
  readonly mapping: Mapping;
  /** Where rejected rows are written. */
  readonly rejects: string;
  /** Name of this run, unique in the city. */
  readonly run: string;
  /** Decide everything, write nothing but the reject file. */
  readonly dryRun?: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress?: (counts: ImportCounts, bytesRead: number, bytes: number) => void;
}

export interface ImportResult extends ImportCounts {
  /** False when it was told to stop; the same import again goes on where it was. */
  readonly finished: boolean;
  readonly seconds: number;
}

/** Rows that are decided together: a look-up, a take of numbers, then many small writes that the journal bundles. */
const batchRows = 512;
/** Batches being written while the next is read and decided; with `batchRows` the bound on memory. */
const batchesInFlight = 2;
/** Batches between two notes in `import_run`. */
const batchesPerNote = 8;

/**
 * Cases out of another system's file, with their whole past, through the engine. Rows that cannot be are written aside
 * with the reason. May be stopped at any time and started again: what has a case is known by its key and passed over.
 * @throws ImportError when the file or the mapping as a whole is unusable
 */
export async function importCases(options: ImportOptions): Promise<ImportResult> {
  const { db, city, mapping, signal, now } = options;
  checkMapping(mapping, {
    catalogue: options.catalogue,
    procedure: options.procedure,
    unit: (id) => options.directory.unit(id),
    channels: channelsOf(options.procedure),
  });
  const reader = await openRows({
    path: options.file,
    columns: columnsOf(mapping),
    ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
  });
  const startedAt = now();
  const record = options.dryRun ? undefined : await beginRun(db, city.code, options.run, basename(options.file));
  const rejects = makeRejectFile(options.rejects);
  const tally = emptyTally();
  const importer = makeImporter({ ...options, begun: record?.begun ?? (await databaseTime(db)), tally });
  const flying: Promise<void>[] = [];
  let batches = 0;
  try {
    for await (const batch of batchesOf(reader.rows, batchRows)) {
      if (signal?.aborted) break;
      const { rejected, written } = await importer.take(batch);
      // Looked at when its turn comes; until then a failure must not count as nobody's.
      written.catch(() => undefined);
      flying.push(written);
      await rejects.add(rejected);
      if (flying.length >= batchesInFlight) await flying.shift();
      options.onProgress?.(tally, reader.read(), reader.bytes);
      batches += 1;
      if (batches % batchesPerNote === 0) await record?.save(tally, false);
    }
    await Promise.all(flying);
  } finally {
    await Promise.allSettled(flying);
    await rejects.close();
  }
  await options.cases.drain();
  const finished = signal?.aborted !== true;
  await record?.save(tally, finished);
  options.onProgress?.(tally, reader.read(), reader.bytes);
  return { ...tally, finished, seconds: (now() - startedAt) / 1000 };
}

/** The channels a report may have come by. */
function channelsOf(procedure: Procedure): readonly string[] {
  const choices = property(procedure.actions["report"]?.input.properties["source"], "choices");
  return typeof choices === "object" && choices !== null ? Object.keys(choices) : [];
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
