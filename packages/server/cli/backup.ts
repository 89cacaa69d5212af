import { join, resolve } from "node:path";
import type { Command } from "commander";
import { backUp, restore } from "../backup/index.ts";
import { placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { say, tell, type Io } from "./io.ts";

/** `backup FOLDER` and `restore FOLDER`. On the embedded database the server must be stopped; a server's goes on. */
export function addBackup(program: Command, io: Io): void {
  withDatabase(program.command("backup <folder>"))
    .description("备份数据库和附件到一个新文件夹 / back up database and files into a new folder")
    .action(async (folder: string, options: PlaceOptions) => {
      const place = placeOf(io, options);
      const evidenceFolder = join(place.folder, "evidence");
      const manifest = await usingDatabase(place, (db) =>
        backUp({ db, evidenceFolder, target: resolve(folder), now: io.now }),
      );
      say(io, `备份完成 / backed up: ${folder}`);
      tell(io, { folder, madeAt: manifest.madeAt, rows: rowsOf(manifest) });
    });
  withDatabase(program.command("restore <folder>"))
    .description("把备份恢复到空数据库 / restore a backup into an empty database")
    .action(async (folder: string, options: PlaceOptions) => {
      const place = placeOf(io, options);
      const evidenceFolder = join(place.folder, "evidence");
      const manifest = await usingDatabase(place, (db) => restore({ db, evidenceFolder, source: resolve(folder) }));
      say(io, `恢复完成 / restored: ${folder}`);
      tell(io, { folder, madeAt: manifest.madeAt, rows: rowsOf(manifest) });
    });
}

function rowsOf(manifest: { readonly tables: Readonly<Record<string, { readonly rows: number }>> }): number {
  return Object.values(manifest.tables).reduce((sum, table) => sum + table.rows, 0);
}
