import { basename } from "node:path";
import { sql, type Database, type Queryable, type Transaction } from "../../store/index.ts";
import { boxAround, convert, NetworkProblem, type Box, type Datum } from "../network/index.ts";
import type { Encoding } from "../shapefile/index.ts";
import { check, type CheckOptions } from "./checks/index.ts";
import type { ToldColumns } from "./columns.ts";
import { doubtDatum } from "./datum.ts";
import { beginDraft, carryOver, discardDraft, DraftWriter, type Draft, type Origin } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { enforce, type Changes } from "./enforce.ts";
import { EntryReader } from "./entries.ts";
import type { Finding } from "./findings.ts";
import type { Kind } from "./kinds.ts";
import { readFeatures } from "./read-file.ts";
import { Sample } from "./sample.ts";
import { codePatterns, type PlaceSettings } from "./settings.ts";
import { keepChecked } from "./state.ts";

/** The database; or a transaction in it, for a load that must not stay without what surrounds it. */
export type Store = Pick<Database, "query" | "transaction">;

export const within = (tx: Transaction): Store => ({
  query: (statement) => tx.query(statement),
  transaction: (run) => run(tx),
});

export interface LoadOptions extends CheckOptions {
  readonly city: string;
  readonly kind: Kind;
  readonly settings: PlaceSettings;
  readonly origin: Omit<Origin, "source">;
  /** Replace only what begins with this code. */
  readonly within?: string;
  /** What to do when everything is well: put it into force, keep it as a draft, or only say so. */
  readonly outcome: "enforce" | "keep" | "nothing";
  /** How far each step has come; of the steps behind the first only that they have begun and ended. */
  readonly onProgress?: (step: LoadStep, done: number, total: number) => void;
}

export type LoadStep = "read" | "check" | "enforce";

export interface FileOptions extends LoadOptions {
  readonly path: string;
  readonly datum: Datum;
  readonly encoding?: Encoding;
  readonly columns?: ToldColumns;
  /** The datum is right, whatever it looks like. */
  readonly asIs?: boolean;
  readonly signal?: AbortSignal;
}

export interface Loaded {
  /** Features read, or made. */
  readonly features: number;
  readonly findings: readonly Finding[];
  /** Absent where there were errors, or nothing was to be kept. */
  readonly version?: number;
  readonly changes?: Changes;
}

/**
 * Reads a file into a draft, checks it, and puts it into force. With errors nothing is kept and the version in force stays.
 * @throws NetworkProblem where the file as a whole is unusable; nothing is kept then either
 */
export async function loadFile(db: Store, options: FileOptions): Promise<Loaded> {
  const { city, kind, path, datum, within: part } = options;
  const file = basename(path);
  const box = await cityBox(db, city, datum);
  const reader = new EntryReader({
    kind,
    file,
    datum,
    city,
    columns: options.columns ?? {},
    code: codePatterns(options.settings)[kind],
    ...(part === undefined ? {} : { within: part }),
    ...(box ? { box } : {}),
  });
  const sample = new Sample();
  const onRead = (done: number, total: number) => options.onProgress?.("read", done, total);
  async function* entries(): AsyncGenerator<Entry, void, void> {
    for await (const feature of readFeatures(path, options.encoding, onRead)) {
      options.signal?.throwIfAborted();
      const entry = reader.read(feature);
      if (!entry) continue;
      sample.add(entry);
      yield entry;
    }
  }
  return load(db, { ...options, source: file }, entries(), async (draft) => {
    const found = reader.findings();
    return found.length > 0 || options.asIs ? found : doubtDatum(db, draft, sample.entries, datum);
  });
}

/**
 * The same for entries from anywhere.
 * @param doubts what is wrong with them already, once they have all come
 */
export async function load(
  db: Store,
  options: LoadOptions & { readonly source: string },
  entries: AsyncIterable<Entry>,
  doubts: (draft: Draft) => Promise<readonly Finding[]> = () => Promise.resolve([]),
): Promise<Loaded> {
  const { city, kind, source, origin, within: part, outcome } = options;
  const draft = await beginDraft(db, city, kind, { ...origin, source });
  let kept = false;
  try {
    const features = await write(db, draft, entries);
    const early = await doubts(draft);
    if (features === 0 && early.length === 0) throw new NetworkProblem({ file: source }, nothing);
    options.onProgress?.("check", 0, 1);
    const findings = early.length > 0 ? early : await examine(db, draft, options, part);
    options.onProgress?.("check", 1, 1);
    if (outcome === "nothing" || findings.some(({ level }) => level === "error")) return { features, findings };
    await keepChecked(db, draft, options, findings);
    kept = true;
    if (outcome === "enforce") options.onProgress?.("enforce", 0, 1);
    const changes = outcome === "enforce" ? await bringIntoForce(db, draft, origin.at) : undefined;
    options.onProgress?.("enforce", 1, 1);
    return { features, findings, version: draft.version, ...(changes ? { changes } : {}) };
  } finally {
    if (!kept) await discardDraft(db, draft);
  }
}

async function write(db: Queryable, draft: Draft, entries: AsyncIterable<Entry>): Promise<number> {
  const writer = new DraftWriter(db, draft);
  for await (const entry of entries) await writer.add(entry);
  await writer.flush();
  return writer.count;
}

/** Checks may take longer than a statement usually may. */
export function examine(db: Store, draft: Draft, options: CheckOptions, part?: string): Promise<Finding[]> {
  return db.transaction((tx) =>
    unhurried(tx, async () => {
      if (part !== undefined) await carryOver(tx, draft, part);
      // Without it the planner takes the draft for empty, and a check takes hours.
      await tx.query(sql`analyze place_draft`);
      return check(tx, draft, options);
    }),
  );
}

export function bringIntoForce(db: Store, draft: Draft, now: number): Promise<Changes> {
  return db.transaction((tx) => unhurried(tx, () => enforce(tx, draft, now)));
}

async function unhurried<T>(tx: Queryable, run: () => Promise<T>): Promise<T> {
  await tx.query(sql`set local statement_timeout = 0`);
  return run();
}

/** Where the city lies, in the datum of the file; undefined before its first areas. */
async function cityBox(db: Queryable, city: string, datum: Datum): Promise<Box | undefined> {
  const [row] = await db.query<Record<"west" | "south" | "east" | "north", number | null>>(sql`
    select st_xmin(e) as west, st_ymin(e) as south, st_xmax(e) as east, st_ymax(e) as north from (
      select st_extent(outline) as e from area where city = ${city} and valid_to is null) extent`);
  const { west = null, south = null, east = null, north = null } = row ?? {};
  if (west === null || south === null || east === null || north === null) return undefined;
  return boxAround([convert([west, south], "wgs84", datum), convert([east, north], "wgs84", datum)]);
}

const nothing = {
  zh: "文件中没有要素。请检查导出的图层。",
  en: "the file has no features; check which layer was exported.",
};
