import { createWriteStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Option, type Command } from "commander";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { writeRows, type Format } from "./export-rows.ts";
import { caseColumns, eventColumns, type Column } from "./export-columns.ts";
import { say, type Io } from "./io.ts";
import type { Sql } from "../store/index.ts";

interface ExportOptions extends PlaceOptions {
  readonly city?: string;
  readonly out?: string;
  readonly format: Format;
}

export function addExport(program: Command, io: Io): void {
  const group = program.command("export").description("导出 / hand out data");
  const add = (name: string, description: string, columns: readonly Column[], from: (city: string) => Sql) =>
    withDatabase(group.command(name))
      .description(description)
      .addOption(cityOption())
      .option("--out <file>", "写入文件，默认标准输出 / a file instead of standard output")
      .addOption(new Option("--format <name>", "格式 / format").choices(["csv", "jsonl"]).default("csv"))
      .action(async (options: ExportOptions) => {
        const rows = await usingDatabase(placeOf(io, options), async (db) => {
          const statement = from(await cityOf(db, options.city));
          let rows = 0;
          const text = writeRows(db.stream<Record<string, unknown>>(statement), columns, options.format, (count) => {
            rows += count;
          });
          if (options.out !== undefined) await pipeline(text, createWriteStream(options.out));
          else await pipeline(text, io.stdout, { end: false });
          return rows;
        });
        say(io, `${rows} rows 行${options.out === undefined ? "" : ` → ${options.out}`}`);
      });
  add("cases", "导出全部案件 / export every case", caseColumns.columns, caseColumns.statement);
  add("events", "导出全部事件 / export every event", eventColumns.columns, eventColumns.statement);
}
