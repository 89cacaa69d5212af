import type { Command } from "commander";
import type { Gazetteer } from "@xiuhua/core/place";
import { convert, type Datum } from "../places/network/index.ts";
import { tellResolution } from "../places/told/index.ts";
import { answerLines } from "./answer-lines.ts";
import { datumOption } from "./datum-option.ts";
import type { Io } from "./io.ts";
import { gazetteerOf, withNetwork, type NetworkOptions } from "./network.ts";

interface LocateOptions extends NetworkOptions {
  readonly answerDatum?: Datum;
}

/** `locate`: a description a line in, its points as JSON out; without a database. @param end is told the exit code */
export function addLocate(program: Command, io: Io, end: (code: number) => void): void {
  withNetwork(program.command("locate"))
    .description(
      "由位置描述求坐标：标准输入每行一处，逐行输出 JSON / find places by their descriptions, one a line on standard input",
    )
    .addOption(
      datumOption(
        "--answer-datum <name>",
        "答案的坐标系，默认与 --datum 相同 / datum of the answers (default: as --datum)",
      ),
    )
    .action(async (options: LocateOptions) => {
      const gazetteer = await gazetteerOf(io, options);
      end(
        await answerLines(
          io,
          (text) => located(gazetteer, text, options),
          (text, words) => ({ text, points: [], parsed: null, leftover: [], error: words[options.language] }),
        ),
      );
    });
}

function located(gazetteer: Gazetteer, text: string, { datum, answerDatum = datum, language }: LocateOptions): object {
  const { points, parsed, leftover } = tellResolution(gazetteer, text);
  return {
    text,
    points: points.map(({ at, radiusMetres, score, reading, doubts }) => {
      const [lng, lat] = convert(at, "wgs84", answerDatum);
      return { lng, lat, radius_m: radiusMetres, score, reading, doubts: doubts.map((doubt) => doubt[language]) };
    }),
    parsed,
    leftover,
  };
}
