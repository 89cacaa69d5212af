import { InvalidArgumentError, type Command } from "commander";
import { loadCity } from "../city/index.ts";
import { makeGrid, placeSettings } from "../places/index.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
import { report } from "./import-register.ts";
import type { Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface MakeGridOptions extends PlaceOptions {
  readonly city?: string;
  readonly area?: string;
  readonly all?: true;
  readonly size: number;
  readonly replace?: true;
  readonly check?: true;
}

/** `grid make`: a unit grid for a city that has none. @param end is told the exit code */
export function addGrid(program: Command, io: Io, end: (code: number) => void): void {
  const group = program.command("grid").description("单元网格 / the unit grid");
  withDatabase(group.command("make"))
    .description("把区划切成万米网格，不跨社区 / cut areas into cells of about 10,000 m², none across a community")
    .addOption(cityOption())
    .option("--area <code>", "只切这个区划 / this area only")
    .option("--all", "全市 / the whole city")
    .option("--size <metres>", "网格边长 / length of a side", sizeOf, 100)
    .option("--replace", "停用原有网格，重新划分 / retire the cells that are there")
    .option("--check", "只检查，不写入 / report only")
    .action(async (options: MakeGridOptions) => end(await run(io, options)));
}

async function run(io: Io, { area, all, size, replace, check, ...place }: MakeGridOptions): Promise<number> {
  if ((area === undefined) === (all === undefined))
    throw new UsageError("请用 --area 编码 或 --all 之一。", "Say either --area CODE or --all.");
  const progress = makeProgress(io, "Grid 网格");
  const made = await usingDatabase(placeOf(io, place), async (db) => {
    const city = await cityOf(db, place.city);
    const settings = (await loadCity(db, city)).settings(placeSettings);
    try {
      return await makeGrid(db, {
        city,
        settings,
        area: area ?? city,
        size,
        replace: replace === true,
        outcome: check ? "nothing" : "enforce",
        at: io.now(),
        by: "xiuhua grid make",
        onProgress: (done, total) => progress.update(done, total, `${done}/${total}`),
      });
    } finally {
      progress.end();
    }
  });
  return report(io, "cells", made);
}

function sizeOf(text: string): number {
  const size = Number(text);
  if (text.trim() !== "" && size >= 20 && size <= 2000) return size;
  throw new InvalidArgumentError("20–2000");
}
