import type { Command } from "commander";
import { join } from "node:path";
import { migrate, openDatabase } from "../store/index.ts";
import { placeOf, withDatabase, type PlaceOptions } from "./database.ts";
import { say, tell, type Io } from "./io.ts";

export function addMigrate(program: Command, io: Io): void {
  withDatabase(program.command("migrate"))
    .description("将数据库结构升级到本程序的版本 / bring the database's schema up to this program")
    .action(async (options: PlaceOptions) => {
      const { url, folder } = placeOf(io, options);
      const db = await openDatabase(url === undefined ? { folder: join(folder, "database") } : { url });
      try {
        const { from, to } = await migrate(db);
        say(
          io,
          from === to
            ? `Schema ${to}, nothing to do. 结构版本 ${to}，无需升级。`
            : `Schema ${from} → ${to}. 结构版本 ${from} → ${to}。`,
        );
        tell(io, { from, to });
      } finally {
        await db.close();
      }
    });
}
