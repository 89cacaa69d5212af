import { InvalidArgumentError, Option, type Command } from "commander";
import { loadCity } from "../city/index.ts";
import {
  encodings,
  fieldNames,
  loadFile,
  placeSettings,
  titles,
  type Datum,
  type Encoding,
  type Kind,
  type LoadedPlaces,
  type LoadStep,
  type ToldColumns,
} from "../places/index.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { datumOption } from "./datum-option.ts";
import { exit, UsageError } from "./exit.ts";
import { sayFindings } from "./findings.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

export interface RegisterOptions extends PlaceOptions {
  readonly city?: string;
  readonly datum?: Datum;
  readonly asIs?: true;
  readonly encoding?: Encoding;
  readonly field: ToldColumns;
  readonly within?: string;
  readonly tolerance: number;
  readonly partial?: true;
  readonly check?: true;
  readonly draft?: true;
}

const commands = {
  areas: { name: "areas", about: "导入区划：区县、街道、社区 / districts, sub-districts, communities" },
  cells: { name: "grid", about: "导入单元网格 / the unit grid" },
  responsibilityGrids: { name: "responsibility-grid", about: "导入责任网格 / responsibility grids" },
} as const satisfies Readonly<Record<Kind, unknown>>;

/** `import areas`, `import grid`, `import responsibility-grid`. @param end is told the exit code */
export function addImportRegister(group: Command, io: Io, end: (code: number) => void): void {
  for (const kind of ["areas", "cells", "responsibilityGrids"] as const)
    withDatabase(group.command(commands[kind].name))
      .description(`${commands[kind].about} (GeoJSON, Shapefile)`)
      .argument("<file>", "GeoJSON，或 Shapefile（.zip、.shp）/ GeoJSON or a shapefile (.zip, .shp)")
      .addOption(cityOption())
      .addOption(datumOption("--datum <name>", "坐标系，缺省 wgs84 / datum of the file (default: wgs84)"))
      .option("--as-is", "坐标系看似不对也照 --datum 载入 / load it as --datum says, whatever it looks like")
      .addOption(
        new Option("--encoding <name>", "Shapefile 属性的编码 / encoding of a shapefile's attributes").choices([
          ...encodings,
        ]),
      )
      .option("--field <ours=theirs>", "字段对应，可多次，如 code=GRIDCODE / which column is which", fieldOf, {})
      .option("--within <code>", "只替换以此编码开头的部分 / replace only what begins with this code")
      .option(
        "--tolerance <m2>",
        "容许的重叠、空隙、越界（平方米）/ square metres that may overlap or gape",
        toleranceOf,
        1,
      )
      .option("--partial", "只覆盖一部分：边缘的空白只作提示 / meant to cover a part only")
      .option("--check", "只检查，不写入 / report only")
      .option("--draft", "留作草稿，不启用 / keep as a draft, not in force")
      .action(async (file: string, options: RegisterOptions) => end(await run(io, kind, file, options)));
}

async function run(io: Io, kind: Kind, file: string, options: RegisterOptions): Promise<number> {
  if (options.asIs && options.datum === undefined)
    throw new UsageError("--as-is 须与 --datum 一起使用。", "--as-is goes with --datum.");
  const progress = makeProgress(io, `${titles[kind].en} ${titles[kind].zh}`);
  const loaded = await usingDatabase(placeOf(io, options), async (db) => {
    const city = await cityOf(db, options.city);
    return loadFile(db, {
      city,
      kind,
      path: file,
      settings: (await loadCity(db, city)).settings(placeSettings),
      datum: options.datum ?? "wgs84",
      asIs: options.asIs === true,
      columns: options.field,
      tolerance: options.tolerance,
      partial: options.partial === true,
      origin: { at: io.now(), by: `xiuhua import ${commands[kind].name}` },
      outcome: options.check ? "nothing" : options.draft ? "keep" : "enforce",
      signal: io.signal,
      onProgress: (step, done, total) => progress.update(done, total, steps[step]),
      ...(options.encoding === undefined ? {} : { encoding: options.encoding }),
      ...(options.within === undefined ? {} : { within: options.within }),
    });
  }).finally(() => progress.end());
  return report(io, kind, loaded);
}

const steps = {
  read: "reading 读取",
  check: "checking 检查",
  enforce: "putting into force 启用",
} as const satisfies Readonly<Record<LoadStep, string>>;

/** Says and tells how a load went. @returns the exit code */
export function report(io: Io, kind: Kind, loaded: LoadedPlaces): number {
  const { features, findings, version, changes } = loaded;
  sayFindings(io, findings);
  say(io, `${features} features read 个要素（${titles[kind].en} ${titles[kind].zh}）`);
  const refused = findings.some(({ level }) => level === "error");
  if (refused) say(io, "Nothing was changed; the version in force stays. 未作任何改动，现行版本照旧。");
  if (version !== undefined && !changes) say(io, `Version ${version} is a draft. 第 ${version} 版为草稿，尚未启用。`);
  if (changes) {
    const { added, changed, retired, same } = changes;
    say(io, `Version ${version} is in force. 第 ${version} 版已生效。`);
    say(io, `  ${added} new 新增, ${changed} changed 变更, ${retired} retired 停用, ${same} unchanged 不变`);
  }
  tell(io, loaded);
  return refused ? exit.unusable : exit.done;
}

function fieldOf(text: string, before: ToldColumns): ToldColumns {
  const [ours, ...rest] = text.split("=");
  const field = fieldNames.find((name) => name === ours);
  const theirs = rest.join("=");
  if (field === undefined || theirs === "") throw new InvalidArgumentError(`code=GRIDCODE; ${fieldNames.join(", ")}`);
  return { ...before, [field]: theirs };
}

function toleranceOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== "" && value >= 0 && value <= 10_000) return value;
  throw new InvalidArgumentError("0–10000");
}
