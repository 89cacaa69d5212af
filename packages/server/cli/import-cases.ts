import { randomUUID } from "node:crypto";
import { basename } from "node:path";
import { Option, type Command } from "commander";
import type { Words } from "@xiuhua/core/procedure";
import { cityCase } from "@xiuhua/procedures";
import { importCases, MappingSchema, readMapping, type Encoding, type ImportResult } from "../imports/index.ts";
import { cityOf, cityOption, placeOf, servicesOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { exit } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ImportCasesOptions extends PlaceOptions {
  readonly mapping: string;
  readonly city?: string;
  readonly encoding: Encoding;
  readonly rejects?: string;
  readonly dryRun?: true;
}

/** @param end is told the exit code */
export function addImportCases(group: Command, io: Io, end: (code: number) => void): void {
  withDatabase(group.command("cases"))
    .description("导入历史案件（CSV 或 JSONL，可为 .gz）/ import cases with their past (CSV or JSONL, also .gz)")
    .argument("<file>", "源文件 / the file")
    .requiredOption("--mapping <file>", "映射文件 / mapping file; see data/mappings")
    .addOption(cityOption())
    .addOption(
      new Option("--encoding <name>", "文件编码 / encoding of the file").choices(["utf-8", "gbk"]).default("utf-8"),
    )
    .option("--rejects <file>", "退回行写入的文件 / where rejected rows go (default: ./<file>.rejects.csv)")
    .option("--dry-run", "只检查，不写入 / decide everything, write nothing to the database")
    .action(async (file: string, options: ImportCasesOptions) => end(await run(io, file, options)));
  group
    .command("schema")
    .description("输出映射文件的 JSON Schema / print the JSON Schema of mapping files")
    .action(() => void io.stdout.write(`${JSON.stringify(MappingSchema, null, 2)}\n`));
}

async function run(io: Io, file: string, options: ImportCasesOptions): Promise<number> {
  const mapping = await readMapping(options.mapping);
  const place = placeOf(io, options);
  const rejects = options.rejects ?? `${basename(file)}.rejects.csv`;
  const result = await usingDatabase(place, async (db) => {
    const services = await servicesOf(io, db, place, await cityOf(db, options.city));
    const progress = makeProgress(io, "Import 导入");
    try {
      return await importCases({
        ...services,
        db,
        procedure: cityCase,
        directory: services.cases.sources.directory,
        now: io.now,
        file,
        encoding: options.encoding,
        mapping,
        rejects,
        run: randomUUID(),
        dryRun: options.dryRun === true,
        signal: io.signal,
        onProgress: (counts, read, bytes) =>
          progress.update(read, bytes, `${counts.rows} rows 行 (${counts.rejected} rejected 退回)`),
      });
    } finally {
      progress.end();
    }
  });
  summarise(io, result, rejects, options.dryRun === true);
  tell(io, { ...result, ...(result.rejected > 0 ? { rejects } : {}) });
  return result.finished ? exit.done : exit.stopped;
}

function summarise(io: Io, result: ImportResult, rejects: string, dryRun: boolean): void {
  const titles = new Map<string, Words>(Object.entries(cityCase.states).map(([name, state]) => [name, state.title]));
  const states = Object.entries(result.states).map(([state, count]) => {
    const title = titles.get(state);
    return `  ${String(count).padStart(9)} ${title ? `${title.en} ${title.zh}` : state}`;
  });
  const line = (count: number, words: string) => `${String(count).padStart(9)} ${words}`;
  const lines = [
    ...(dryRun ? ["Dry run: nothing was written. 试运行：未写入。"] : []),
    line(result.rows, "rows read 行"),
    line(result.opened, `cases ${dryRun ? "would be opened 可立" : "opened 已建案件"}`),
    ...states,
    line(
      result.known,
      `known before 已有（of these ${result.repeated} repeated in the file 其中 ${result.repeated} 行在本文件中重复）`,
    ),
    line(result.rejected, result.rejected > 0 ? `rejected 退回 → ${rejects}` : "rejected 退回"),
    ...(result.shortened > 0 ? [line(result.shortened, "opened with a text cut to fit 文字有截断")] : []),
    ...(result.finished ? [] : ["Stopped; the same command goes on from here. 已中止；再次运行同一命令即可继续。"]),
  ];
  for (const one of lines) say(io, one);
}
