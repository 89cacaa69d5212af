import type { Catalogue } from "@xiuhua/core/catalogue";
import type { RoadLine } from "@xiuhua/core/place";
import type { City } from "../city/index.ts";
import { batchesOf, ImportError, makeRejectFile, openRows, type Encoding } from "../imports/index.ts";
import { NetworkProblem, type Datum, type Places } from "../places/index.ts";
import type { Database } from "../store/index.ts";
import { isFeatureFile, openFeatureRows } from "./feature-rows.ts";
import { checkDatum } from "./import-datum.ts";
import { makePreparer, type Prepared } from "./import-prepare.ts";
import { saveComponents, saveManyComponents } from "./save.ts";

export interface ComponentImport {
  readonly db: Database;
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly places: Places;
  readonly now: () => number;
  /** CSV or GeoJSON, perhaps packed by gzip. */
  readonly file: string;
  readonly encoding?: Encoding;
  readonly datum: Datum;
  /** The datum is right, whatever it looks like. */
  readonly asIs?: boolean;
  /** The roads in force, to compare the datum with. */
  readonly roads: () => Promise<readonly RoadLine[]>;
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
/** Batches read before the first is written, to judge the datum by. Our own choice. */
const earlyBatches = 5;

/**
 * Takes components out of a file, in batches of a statement or two; the same file again changes nothing. Rows that cannot be
 * are written aside with line and reason. May be stopped at any time and started again. While a batch is written the next is read.
 * @throws ImportError when the file as a whole is unusable, or its datum seems to be another one
 */
export async function importComponents(options: ComponentImport): Promise<ComponentCounts & { finished: boolean }> {
  const { db, city, signal } = options;
  const reader = await (isFeatureFile(options.file) ? openFeatureRows(options.file) : openRows(rowFileOf(options)));
  const rejects = makeRejectFile(options.rejects);
  const prepare = makePreparer(options);
  const counts = { rows: 0, added: 0, changed: 0, same: 0, rejected: 0 };

  async function write({ rows, wanted, refused }: Prepared): Promise<void> {
    const occasion = { kind: "imported", person: "import", at: options.now() } as const;
    const saved = await (options.dryRun === true
      ? saveComponents(db, city.code, wanted, occasion, true)
      : saveManyComponents(db, city.code, wanted, occasion));
    const added = saved.filter(({ outcome }) => outcome === "added").length;
    counts.rows += rows;
    counts.added += added;
    counts.changed += saved.length - added;
    counts.same += wanted.length - saved.length;
    counts.rejected += refused.length;
    await rejects.add(refused);
    options.onProgress?.(counts, reader.read(), reader.bytes);
  }

  let early: Prepared[] | undefined = [];
  let writing: Promise<void> = Promise.resolve();
  const writeNext = async (prepared: Prepared): Promise<void> => {
    await writing;
    writing = write(prepared);
    // Awaited with the next one: until then it is nobody's.
    writing.catch(() => undefined);
  };
  const writeEarly = async (): Promise<void> => {
    const first = early ?? [];
    early = undefined;
    if (first.length > 0 && options.asIs !== true)
      await checkDatum(
        first.flatMap(({ wanted }) => wanted),
        { ...options, city: city.code },
      );
    for (const prepared of first) await writeNext(prepared);
  };
  try {
    for await (const batch of batchesOf(reader.rows, batchRows)) {
      if (signal?.aborted) break;
      const prepared = prepare(batch);
      if (early === undefined) await writeNext(prepared);
      else if (early.push(prepared) >= earlyBatches) await writeEarly();
    }
    await writeEarly();
    await writing;
  } catch (error) {
    await writing;
    throw counts.rows > 0 ? brokenOff(error, counts.rows) : error;
  } finally {
    await rejects.close();
  }
  return { ...counts, finished: signal?.aborted !== true };
}

/** What came before is in the register already, and does no harm there when the mended file comes. */
function brokenOff(error: unknown, rows: number): unknown {
  if (!(error instanceof ImportError) && !(error instanceof NetworkProblem)) return error;
  const { zh, en } = error.words;
  return new ImportError(
    {
      zh: `${zh}此前的 ${rows} 行已处理；文件改好后再次运行同一命令即可。`,
      en: `${en} The ${rows} rows before it were dealt with; mend the file and run the same command again.`,
    },
    { cause: error },
  );
}

const rowFileOf = ({ file, encoding }: ComponentImport) => ({
  path: file,
  columns: [],
  ...(encoding === undefined ? {} : { encoding }),
});
