import { basename } from "node:path";
import { Option, type Command } from "commander";
import { Type } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { importComponents } from "../components/index.ts";
import { ImportError, type Encoding } from "../imports/index.ts";
import type { Datum } from "../places/index.ts";
import { jsonOf } from "./city-settings.ts";
import { cityOf, cityOption, placeOf, servicesOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { datumOption } from "./datum-option.ts";
import { exit, UsageError } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ImportComponentsOptions extends PlaceOptions {
  readonly city?: string;
  readonly encoding: Encoding;
  readonly datum?: Datum;
  readonly asIs?: true;
  readonly mapping?: string;
  readonly rejects?: string;
  readonly dryRun?: true;
}

const Names = Type.Record(Type.String(), Type.String({ minLength: 1 }));
const MappingFile = Type.Object(
  { columns: Type.Optional(Names), states: Type.Optional(Names) },
  { additionalProperties: false },
);

/** `import components FILE.csv`. @param end is told the exit code */
export function addImportComponents(group: Command, io: Io, end: (code: number) => void): void {
  withDatabase(group.command("components"))
    .description("导入部件普查数据（CSV、GeoJSON，可为 .gz）/ import surveyed components (CSV, GeoJSON, also .gz)")
    .argument("<file>", "源文件 / the file")
    .addOption(cityOption())
    .addOption(datumOption("--datum <name>", "坐标系，缺省 wgs84 / datum of the coordinates (default: wgs84)"))
    .option("--as-is", "坐标系看似不对也照 --datum 导入 / import as --datum says, whatever it looks like")
    .addOption(
      new Option("--encoding <name>", "文件编码 / encoding of the file").choices(["utf-8", "gbk"]).default("utf-8"),
    )
    .option("--mapping <file>", '列名与状态的对照 / {"columns": {"code": "编号"}, "states": {"正常": "intact"}}')
    .option("--rejects <file>", "退回行写入的文件 / where rejected rows go (default: ./<file>.rejects.csv)")
    .option("--dry-run", "只检查，不写入 / decide everything, write nothing to the database")
    .action(async (file: string, options: ImportComponentsOptions) => end(await run(io, file, options)));
}

async function run(io: Io, file: string, options: ImportComponentsOptions): Promise<number> {
  if (options.asIs && options.datum === undefined)
    throw new UsageError("--as-is 须与 --datum 一起使用。", "--as-is goes with --datum.");
  const mapping = options.mapping === undefined ? {} : await mappingOf(options.mapping);
  const place = placeOf(io, options);
  const rejects = options.rejects ?? `${basename(file)}.rejects.csv`;
  const result = await usingDatabase(place, async (db) => {
    const { city, catalogue, places, gazetteer } = await servicesOf(io, db, place, await cityOf(db, options.city));
    const progress = makeProgress(io, "Import 导入");
    try {
      return await importComponents({
        db,
        city,
        catalogue,
        places,
        now: io.now,
        file,
        encoding: options.encoding,
        datum: options.datum ?? "wgs84",
        asIs: options.asIs === true,
        roads: async () => (await gazetteer.current()).data.roads,
        ...mapping,
        rejects,
        dryRun: options.dryRun === true,
        signal: io.signal,
        onProgress: (counts, read, bytes) =>
          progress.update(read, bytes, `${counts.rows} rows 行 (${counts.rejected} rejected 退回)`),
      });
    } finally {
      progress.end();
    }
  });
  const { rows, added, changed, same, rejected, finished } = result;
  if (options.dryRun === true) say(io, "Dry run: nothing was written. 试运行：未写入。");
  say(
    io,
    `${rows} rows 行 = ${added} added 新增 + ${changed} changed 变更 + ${same} same 无变化 + ${rejected} rejected 退回`,
  );
  if (rejected > 0) say(io, `rejected 退回 → ${rejects}`);
  if (!finished) say(io, "Stopped; the same command goes on from here. 已中止；再次运行同一命令即可继续。");
  tell(io, { ...result, ...(rejected > 0 ? { rejects } : {}) });
  return finished ? exit.done : exit.stopped;
}

async function mappingOf(file: string) {
  const parsed = parse(MappingFile, await jsonOf(file));
  if (parsed.ok) return parsed.value;
  const [first] = parsed.problems;
  throw new ImportError({
    zh: `映射文件有误：${first?.field ?? ""} ${first?.message.zh ?? ""}`,
    en: `The mapping is not right: ${first?.field ?? ""} ${first?.message.en ?? ""}`,
  });
}
