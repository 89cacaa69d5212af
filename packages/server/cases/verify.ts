import { replay, type Procedure } from "@xiuhua/core/procedure";
import type { Database } from "../store/index.ts";
import { rowOf, turnRows, type TurnRow } from "./row.ts";
import { differences } from "./verify-differences.ts";
import { storedCases, wrongTerms, type ExpectedTerms, type StoredCase } from "./verify-page.ts";

export { mapTallyDifferences, type MapTallyDifference } from "./verify-map-tallies.ts";
export { rebuildTallies, tallyDifferences, type TallyDifference } from "./verify-tallies.ts";

/** A place where what is stored of a case is not what its events add up to. */
export interface ReplayDifference {
  readonly no: string;
  /** JSON pointer: `/record/facts/department`, `/row/state`, `/turns`, `/events/3`. */
  readonly path: string;
}

export interface ReplayReport {
  /** Cases looked at; a number that has events and no case counts too. */
  readonly cases: number;
  readonly events: number;
  /** Cases with at least one difference. */
  readonly different: number;
  /** The first differences by case number, at most 20. */
  readonly first: readonly ReplayDifference[];
}

export interface ReplayOptions {
  /** Told after every page how many cases are done. */
  readonly onProgress?: (cases: number) => void;
  /** Cases read at a time, 250 unless said. */
  readonly page?: number;
}

const shown = 20;

/**
 * Replays every case from its events and compares it with what is stored: the record, and the columns, search terms and
 * turns made from it. `wakes_at` also follows from the city's settings of its day and is only checked to be empty in a
 * final state. Memory is bounded by the page; it may run beside a live city.
 */
export async function verifyReplay(
  db: Database,
  city: string,
  procedures: ReadonlyMap<string, Procedure>,
  options: ReplayOptions = {},
): Promise<ReplayReport> {
  const first: ReplayDifference[] = [];
  let [cases, events, different] = [0, 0, 0];
  for await (const page of verifiedCases(db, city, procedures, options.page)) {
    for (const { stored, paths } of page) {
      if (paths.length > 0) different += 1;
      events += stored.events.length;
      first.push(...paths.slice(0, shown - first.length).map((path) => ({ no: stored.no, path })));
    }
    cases += page.length;
    options.onProgress?.(cases);
  }
  return { cases, events, different, first };
}

/** A case as it is stored, and where that is not what its events say. */
export interface VerifiedCase {
  readonly stored: StoredCase;
  readonly paths: readonly string[];
}

/** Every case by number, compared with its events; `size` cases a page. */
export async function* verifiedCases(
  db: Database,
  city: string,
  procedures: ReadonlyMap<string, Procedure>,
  size = 250,
): AsyncGenerator<VerifiedCase[], void, void> {
  for await (const page of storedCases(db, city, size)) {
    const verified = page.map((stored) => ({ stored, ...verify(stored, procedures) }));
    const expected = verified.flatMap((one) => one.terms ?? []);
    const wrong = await wrongTerms(db, city, expected);
    yield verified.map(({ stored, paths }) => ({
      stored,
      paths: wrong.has(stored.no) ? [...paths, "/row/search"] : paths,
    }));
  }
}

interface Verified {
  readonly paths: readonly string[];
  /** To be compared by the database, which alone knows what it makes of them. */
  readonly terms?: ExpectedTerms;
}

function verify({ no, row, record, turns, events }: StoredCase, procedures: ReadonlyMap<string, Procedure>): Verified {
  const at = (path: string): Verified => ({ paths: [path] });
  const gap = events.findIndex((event, index) => event.seq !== index + 1);
  if (gap !== -1) return at(`/events/${gap}`);
  const replayed = replay(events);
  if (!replayed) return at("/events");
  if (!row || !record) return at("/record");
  // Events that are missing at the end: everything else would differ too, and say less.
  if (row.seq > replayed.seq) return at(`/events/${replayed.seq}`);
  const procedure = procedures.get(replayed.procedure);
  if (!procedure) return at("/record/procedure");
  const { terms, record: _record, ...columns } = rowOf(procedure, replayed, undefined);
  const wakes = row.final ? row.wakes_at : null;
  return {
    paths: [
      ...differences(JSON.parse(JSON.stringify(replayed)), record, "/record"),
      ...differences(inTime(columns), inTime({ ...row, wakes_at: wakes }), "/row"),
      ...differences(inOrder(turnRows(procedure, replayed)), inOrder(turns), "/turns"),
    ],
    terms: { no, seq: row.seq, terms },
  };
}

/** Instants as numbers: ours and the database's JSON write the same one differently. */
function inTime(row: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(row).map(([name, value]: [string, unknown]) => [
      name,
      /_(at|since|until)$/.test(name) && typeof value === "string" && value !== "infinity" ? Date.parse(value) : value,
    ]),
  );
}

function inOrder(turns: readonly TurnRow[]): Record<string, unknown>[] {
  const key = (turn: TurnRow) => `${turn.token} ${turn.request}`;
  return [...turns].sort((one, other) => (key(one) < key(other) ? -1 : 1)).map(inTime);
}
