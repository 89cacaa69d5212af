import { replay, type CaseRecord, type Procedure } from "@xiuhua/core/procedure";
import type { Database } from "../store/index.ts";
import type { Journal, Write } from "./journal.ts";
import { rebuildTallies, verifiedCases, type VerifiedCase } from "./verify.ts";

export interface RebuildOptions {
  readonly db: Database;
  readonly city: string;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly journal: Journal;
  readonly wakesAt: (procedure: Procedure, record: CaseRecord, now: number) => number | undefined;
  readonly now: () => number;
  /** Told after every page how many cases are done. */
  readonly onProgress?: (cases: number) => void;
  /** Cases read at a time. */
  readonly page?: number;
}

/**
 * Makes the stored cases what their events say, and counts the tallies anew. Only what differs is written, by the
 * journal's own statement and only if the case did not move meanwhile, so the city may go on. Events are never touched:
 * a case whose log has a hole, or that has come further than its log, stays as it is for a person to look at.
 *
 * @returns how many cases were written anew
 */
export async function rebuildCases(options: RebuildOptions): Promise<number> {
  const { db, city, procedures, journal } = options;
  let [cases, rebuilt] = [0, 0];
  for await (const page of verifiedCases(db, city, procedures, options.page)) {
    const writes = page.flatMap((one) => rewrite(one, options) ?? []);
    const written = await Promise.all(writes.map((write) => journal.append(write)));
    rebuilt += written.filter((one) => one === "written").length;
    cases += page.length;
    options.onProgress?.(cases);
  }
  await rebuildTallies(db, city, procedures);
  return rebuilt;
}

/** The write that puts a case right without adding an event; undefined where nothing is wrong, or too much. */
function rewrite({ stored, paths }: VerifiedCase, options: RebuildOptions): Write | undefined {
  if (paths.length === 0 || paths.some((path) => path.startsWith("/events"))) return undefined;
  const record = replay(stored.events);
  const procedure = record && options.procedures.get(record.procedure);
  if (!procedure) return undefined;
  return {
    procedure,
    expected: stored.row?.seq ?? 0,
    before: stored.row ? record : undefined,
    record,
    events: [],
    wakesAt: options.wakesAt(procedure, record, options.now()),
  };
}
