import { InvalidArgumentError, type Command } from "commander";
import { listVersions, useVersion } from "../places/index.ts";
import { cityOf, cityOption, placeOf, usingDatabase, withDatabase, type PlaceOptions } from "./database.ts";
import { UsageError } from "./exit.ts";
import { say, tell, type Io } from "./io.ts";

interface PlacesOptions extends PlaceOptions {
  readonly city?: string;
}

/** `places versions`, `places use`: which road network is in force. */
export function addPlaces(program: Command, io: Io): void {
  const group = program.command("places").description("路网与地名的版本 / versions of the road network");
  withDatabase(group.command("versions"))
    .description("列出各版本，每行一个 JSON / list them, one line of JSON each")
    .addOption(cityOption())
    .action(async (options: PlacesOptions) => {
      const versions = await usingDatabase(placeOf(io, options), async (db) =>
        listVersions(db, await cityOf(db, options.city)),
      );
      if (versions.length === 0) say(io, "No road network was loaded yet. 尚未载入路网。");
      for (const version of versions) tell(io, version);
    });
  withDatabase(group.command("use"))
    .description("使某个版本生效 / put a version into force")
    .argument("<version>", "版本号 / its number", versionOf)
    .addOption(cityOption())
    .action(async (version: number, options: PlacesOptions) => {
      await usingDatabase(placeOf(io, options), async (db) => {
        if (await useVersion(db, await cityOf(db, options.city), version)) return;
        throw new UsageError(
          `没有第 ${version} 版；用 xiuhua places versions 查看。`,
          `There is no version ${version}; see xiuhua places versions.`,
        );
      });
      say(io, `Version ${version} is in force. 第 ${version} 版已生效。`);
      tell(io, { version });
    });
}

function versionOf(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new InvalidArgumentError("a whole number / 应为整数");
}
