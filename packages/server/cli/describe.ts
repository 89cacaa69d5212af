import type { Command } from "commander";
import type { Gazetteer } from "@xiuhua/core/place";
import { convert } from "../places/network/index.ts";
import { rounded } from "../places/told/index.ts";
import { answerLines } from "./answer-lines.ts";
import type { Io } from "./io.ts";
import { gazetteerOf, withNetwork, type NetworkOptions } from "./network.ts";

/** `describe`: `lng,lat` a line in, what a local would say as JSON out; without a database. @param end is told the exit code */
export function addDescribe(program: Command, io: Io, end: (code: number) => void): void {
  withNetwork(program.command("describe"))
    .description("由坐标写出位置描述：标准输入每行 经度,纬度 / describe points, lng,lat a line on standard input")
    .action(async (options: NetworkOptions) => {
      const gazetteer = await gazetteerOf(io, options);
      const nothing = { lng: null, lat: null, text: null, alternatives: [], off_m: null };
      end(
        await answerLines(
          io,
          (line) =>
            line.trim() === ""
              ? nothing
              : (described(gazetteer, line, options) ?? { ...nothing, error: noPoint[options.language] }),
          (_, words) => ({ ...nothing, error: words[options.language] }),
        ),
      );
    });
}

const number = String.raw`(-?\d{1,3}(?:\.\d+)?)`;
const point = new RegExp(`^\\s*${number}\\s*[,，;；\\s]\\s*${number}\\s*$`);

function described(gazetteer: Gazetteer, line: string, { datum }: NetworkOptions): object | undefined {
  const [, first, second] = point.exec(line) ?? [];
  const [lng, lat] = [Number(first), Number(second)];
  if (!(Math.abs(lng) <= 180 && Math.abs(lat) <= 90)) return undefined;
  const [best, ...others] = gazetteer.describe(convert([lng, lat], datum, "wgs84"));
  return {
    lng,
    lat,
    text: best?.text ?? null,
    alternatives: others.map(({ text }) => text),
    off_m: best ? rounded(best.offMetres, 1) : null,
  };
}

const noPoint = {
  zh: "应为 经度,纬度（如 113.2475,35.2405）",
  en: "should be longitude,latitude, such as 113.2475,35.2405",
};
