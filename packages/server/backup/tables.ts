import { sql, type Queryable } from "../store/index.ts";

/**
 * Tables a backup leaves out: sessions end with the machine they began on; a message that was under way to a phone is
 * no news any more; the version is the program's own.
 */
const leftOut = new Set(["session", "push_queue", "schema_version", "spatial_ref_sys"]);

/** Every table of ours, by name. */
export async function tableNames(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ name: string }>(sql`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`);
  return rows.map((row) => row.name).filter((name) => !leftOut.has(name));
}
