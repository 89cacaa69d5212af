import { sql, type Database } from "../store/index.ts";
import type { ImportCounts } from "./counts.ts";

/** Keeps an import's counts in `import_run`, so that one that was killed can be seen to have been. */
export interface RunRecord {
  /** When it began, by the database's clock. */
  readonly begun: number;
  save(counts: ImportCounts, finished: boolean): Promise<void>;
}

export async function databaseTime(db: Database): Promise<number> {
  const [row] = await db.query<{ now: number }>(sql`select clock_timestamp() as now`);
  if (!row) throw new Error("The database did not tell the time");
  return row.now;
}

export async function beginRun(db: Database, city: string, id: string, file: string): Promise<RunRecord> {
  const [row] = await db.query<{ started_at: number }>(sql`
    insert into import_run (city, id, file, started_at) values (${city}, ${id}, ${file}, clock_timestamp())
    returning started_at`);
  if (!row) throw new Error("import_run returned nothing");
  return {
    begun: row.started_at,
    async save(counts, finished) {
      await db.query(sql`
        update import_run set rows_done = ${counts.rows}, rows_opened = ${counts.opened},
          rows_known = ${counts.known}, rows_rejected = ${counts.rejected},
          finished_at = case when ${finished}::boolean then clock_timestamp() end
        where city = ${city} and id = ${id}`);
    },
  };
}
