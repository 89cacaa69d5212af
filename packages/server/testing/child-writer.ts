/** A process that opens a database folder and writes without pause, telling each write once it is acknowledged. */
import { openDatabase, sql } from "../store/index.ts";

const [folder = ""] = process.argv.slice(2);
try {
  const database = await openDatabase({ folder });
  await database.query(sql`create table if not exists written (n int primary key, text text not null)`);
  const [last] = await database.query<{ n: number }>(sql`select coalesce(max(n), 0) as n from written`);
  process.send?.({ open: true });
  for (let n = (last?.n ?? 0) + 1; ; n++) {
    await database.query(sql`insert into written values (${n}, ${"案".repeat(n % 500)})`);
    process.send?.({ acknowledged: n });
  }
} catch (error) {
  process.send?.({ error: error instanceof Error ? error.name : String(error) }, () => process.exit(1));
}
