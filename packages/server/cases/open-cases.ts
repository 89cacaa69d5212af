import type { Procedure } from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import { sql, type Database, type Sql } from "../store/index.ts";
import type { Write } from "./journal.ts";
import { OpenTable, type OpenCase } from "./open-table.ts";
import { nearestClock } from "./row.ts";

export interface OpenCases {
  /** Resolves once they are read. */
  ready(): Promise<void>;
  /** To be read only, and through the gate (`sightOf`). */
  readonly table: OpenTable;
  /** What this process wrote. */
  written(writes: readonly Write[]): void;
  /** Looks for what other processes wrote. */
  refresh(): Promise<void>;
}

/**
 * How far back a look for others' writes reaches again, in milliseconds: a write becomes visible later than its time says,
 * and clocks differ. Our own choice.
 */
const overlapMs = 10_000;
/** Everything is read anew so often, for what bears a time long past: an import, a mended case. */
const rereadMs = 5 * 60_000;

/**
 * The unfinished cases in memory: some tens of thousands in the largest of cities, read in a fraction of a second. Their
 * light changes with the time, so it is told here, not tallied. Kept true by what the journal writes and by looking for
 * what other processes wrote; nobody reads it but through the gate (`sightOf`).
 */
export function makeOpenCases(options: {
  readonly db: Database;
  readonly city: City;
  readonly now: () => number;
}): OpenCases {
  const { db, city, now } = options;
  const table = new OpenTable();
  /** Versions told of during a reading, open and finished: what was read before them is older. */
  let told: Map<string, number> | undefined;
  let changedAt = 0;
  let readAt = -Infinity;
  let reading: Promise<void> | undefined;

  function put(no: string, seq: number, one: OpenCase | undefined): void {
    if ((table.get(no)?.seq ?? 0) > seq) return;
    if ((told?.get(no) ?? 0) > seq) return;
    told?.set(no, seq);
    if (one) table.put(one);
    else table.remove(no);
  }

  function take(row: Row): void {
    changedAt = Math.max(changedAt, row.changed_at);
    put(row.no, row.seq, row.final || row.lng === null || row.lat === null ? undefined : caseOf(city, row));
  }

  async function readAll(): Promise<void> {
    const unseen = new Set(table.numbers());
    for await (const rows of db.stream<Row>(select(city.code, sql`not c.final and c.point is not null`)))
      for (const row of rows) {
        unseen.delete(row.no);
        take(row);
      }
    // Finished by somebody else since: not read, and not told of.
    for (const no of unseen) if (told?.has(no) !== true) put(no, Infinity, undefined);
    readAt = now();
  }

  async function readChanged(): Promise<void> {
    // Another process's clock may be ahead: what this one's clock has not come to is not taken for seen.
    const since = new Date(Math.min(changedAt, now()) - overlapMs);
    for (const row of await db.query<Row>(select(city.code, sql`c.changed_at > ${since}`))) take(row);
  }

  function single(read: () => Promise<void>): Promise<void> {
    told ??= new Map();
    reading ??= read().finally(() => (told = reading = undefined));
    return reading;
  }

  return {
    table,
    ready: async () => {
      while (readAt === -Infinity) await single(readAll);
    },
    written(writes) {
      if (readAt === -Infinity && reading === undefined) return;
      for (const { procedure, record } of writes) put(record.no, record.seq, ofRecord(city, procedure, record));
    },
    async refresh() {
      if (readAt === -Infinity) return;
      await single(now() - readAt > rereadMs ? readAll : readChanged);
    },
  };
}

interface Row extends Omit<OpenCase, "lng" | "lat" | "month" | "warn" | "due"> {
  readonly final: boolean;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly warn_at: number | null;
  readonly due_at: number | null;
  readonly opened_at: number;
  readonly changed_at: number;
}

const select = (city: string, which: Sql): Sql => sql`
  select c.no, c.seq, c.procedure, c.state, c.final, c.type, c.department, c.area, c.parties, st_x(c.point) as lng,
    st_y(c.point) as lat, c.warn_at, c.due_at, c.opened_at, c.changed_at
  from cases c where c.city = ${city} and ${which}`;

function caseOf(city: City, row: Row): OpenCase {
  const { final: _final, warn_at, due_at, opened_at, changed_at: _changedAt, lng, lat, ...rest } = row;
  return {
    ...rest,
    lng: lng ?? 0,
    lat: lat ?? 0,
    month: monthOf(city, opened_at),
    warn: warn_at ?? Infinity,
    due: due_at ?? Infinity,
  };
}

/** Undefined where it is finished or has no place. */
function ofRecord(city: City, procedure: Procedure, record: Write["record"]): OpenCase | undefined {
  const { place, type, department } = procedure.index(record);
  if (place === undefined || procedure.states[record.state]?.final === true) return undefined;
  const clock = nearestClock(record);
  return {
    no: record.no,
    seq: record.seq,
    procedure: record.procedure,
    state: record.state,
    type: type ?? null,
    department: department ?? null,
    area: place.area ?? null,
    parties: record.parties,
    lng: place.lng,
    lat: place.lat,
    month: monthOf(city, record.openedAt),
    warn: clock?.warn ?? Infinity,
    due: clock?.due ?? Infinity,
  };
}

const monthOf = ({ calendar }: City, at: number): string => calendar.localDate(at).slice(0, 7);
