import type { Command } from "commander";
import { loadPlaces, loadRoads, type Datum, type Loaded } from "../places/index.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { datumOption } from "./datum-option.ts";
import { UsageError } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";
import { makeProgress } from "./progress.ts";

interface ImportRoadsOptions extends PlaceOptions {
  readonly datum?: Datum;
  readonly city?: string;
  readonly asIs?: true;
  readonly clip?: true;
  readonly skipBroken?: true;
}

export function addImportRoads(group: Command, io: Io): void {
  withDatabase(group.command("roads"))
    .description(
      "载入路网、地名和门牌（GeoJSON、.osm.pbf、.osm，可多个），成为新的版本 / load roads, places and house numbers as a new version",
    )
    .argument("<files...>", "源文件 / the files")
    .addOption(datumOption("--datum <name>", "文件的坐标系 / datum of the files (default: wgs84)"))
    .addOption(cityOption())
    .option("--as-is", "坐标系看似不对也照 --datum 载入 / load it as --datum says, whatever it looks like")
    .option("--clip", "略去本市以外的要素 / leave out what lies outside the city")
    .option("--skip-broken", "略去有错的要素 / leave out features with errors")
    .action((files: string[], options: ImportRoadsOptions) => run(io, files, options));
}

async function run(io: Io, files: readonly string[], options: ImportRoadsOptions): Promise<void> {
  if (options.asIs && options.datum === undefined)
    throw new UsageError("--as-is 须与 --datum 一起使用。", "--as-is goes with --datum.");
  const progress = makeProgress(io, "Roads 路网");
  const loaded = await usingDatabase(placeOf(io, options), async (db) => {
    const city = await cityOf(db, options.city);
    try {
      return await loadRoads({
        db,
        city,
        places: await loadPlaces(db, city),
        files,
        datum: options.datum ?? "wgs84",
        asIs: options.asIs === true,
        clip: options.clip === true,
        lenient: options.skipBroken === true,
        now: io.now,
        by: "xiuhua import roads",
        signal: io.signal,
        onProgress: (read, total) => progress.update(read, total, ""),
      });
    } finally {
      progress.end();
    }
  });
  summarise(io, loaded);
  const { version, counts, leftOut, broken, orphaned } = loaded;
  tell(io, { version, counts, leftOut, broken, orphaned: orphaned.map(({ no }) => no) });
}

function summarise(io: Io, { version, counts, leftOut, broken, firstProblem, orphaned }: Loaded): void {
  say(io, `Version ${version} is in force. 第 ${version} 版已生效。`);
  const line = (count: number, words: string) => say(io, `${String(count).padStart(9)} ${words}`);
  line(counts.roads, `roads 条道路 (${counts.lines} lines 段)`);
  line(counts.places, "places 个地点");
  line(counts.doors, "house numbers 个门牌");
  if (leftOut > 0) line(leftOut, "left out, outside the city 个在本市以外，已略去");
  if (firstProblem) line(broken, `left out, with errors 个有错，已略去；first 首个: ${firstProblem.message}`);
  if (orphaned.length > 0) {
    line(orphaned.length, "corrections no longer find what they correct 条人工修正找不到对象：");
    for (const { no, correction, why } of orphaned) say(io, `          #${no} ${JSON.stringify(correction)} ${why}`);
  }
}
