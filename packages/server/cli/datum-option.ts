import { Option } from "commander";
import { datums } from "../places/network/index.ts";

/** GPS and OpenStreetMap: wgs84; 高德, 腾讯: gcj02; 百度: bd09. */
export const datumOption = (flags: string, description: string) => new Option(flags, description).choices([...datums]);
