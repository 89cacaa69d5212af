import { InvalidArgumentError, Option } from "commander";
import { datums, type Datum } from "../places/network/index.ts";

/** GPS and OpenStreetMap: wgs84; 高德, 腾讯: gcj02; 百度: bd09. CGCS2000 and WGS 84 differ by centimetres, nothing here. */
export const datumOption = (flags: string, description: string) =>
  new Option(flags, `${description}; wgs84, cgcs2000, gcj02, bd09`).argParser(datumOf);

function datumOf(text: string): Datum {
  const datum = text === "cgcs2000" ? "wgs84" : datums.find((one) => one === text);
  if (datum) return datum;
  throw new InvalidArgumentError("wgs84, cgcs2000, gcj02, bd09");
}
