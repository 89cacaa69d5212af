import { Option, type Command } from "commander";
import { makeGazetteer, type Gazetteer } from "@xiuhua/core/place";
import { readNetwork, type Datum } from "../places/network/index.ts";
import { datumOption } from "./datum-option.ts";
import { say, type Io } from "./io.ts";

export interface NetworkOptions {
  readonly network: readonly string[];
  readonly datum: Datum;
  readonly language: "zh" | "en";
}

/** What `locate` and `describe` have in common: files instead of a database. */
export function withNetwork(command: Command): Command {
  return command
    .addOption(
      new Option(
        "--network <file>",
        "路网文件，可多次给出 / road network, may be given several times (GeoJSON, .osm.pbf, .osm)",
      )
        .argParser((file: string, before: readonly string[] | undefined) => [...(before ?? []), file])
        .makeOptionMandatory(),
    )
    .addOption(datumOption("--datum <name>", "文件的坐标系 / datum of the files").default("wgs84"))
    .addOption(
      new Option("--language <name>", "文字说明的语言 / language of remarks").choices(["zh", "en"]).default("zh"),
    );
}

/** Reads the network into memory. Features with errors are left out, and told. @throws NetworkProblem */
export async function gazetteerOf(io: Io, { network: files, datum }: NetworkOptions): Promise<Gazetteer> {
  const { data, broken, firstProblem } = await readNetwork(files, { datum, lenient: true, signal: io.signal });
  if (firstProblem)
    say(
      io,
      `${broken} features with errors were left out, first 略去 ${broken} 个有错的要素，首个: ${firstProblem.message}`,
    );
  return makeGazetteer(data);
}
