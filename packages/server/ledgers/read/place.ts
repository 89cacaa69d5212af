import type { Gazetteer } from "@xiuhua/core/place";
import { tellResolution } from "../../places/told/index.ts";
import type { CellValue } from "../sheet/index.ts";
import { plainText } from "./plain.ts";
import { faulty, taken, type Read } from "./outcome.ts";

/** Below it a point is a hint, not an answer (see the gazetteer). */
const least = 0.3;
/** Above it nobody needs to look. Our own choice. */
const sure = 0.7;

/**
 * A place by its words, or by the coordinates beside them (WGS 84).
 * @param lng @param lat cells of the same row, where the table has such columns
 */
export function readPlace(
  cell: CellValue,
  gazetteer: Gazetteer,
  lng: CellValue | undefined,
  lat: CellValue | undefined,
): Read {
  const text = plainText(cell);
  const [x, y] = [degrees(lng), degrees(lat)];
  if (x !== undefined && y !== undefined) return taken({ lng: x, lat: y, text });
  const [best] = tellResolution(gazetteer, text).points;
  if (!best || best.score < least)
    return faulty(
      `找不到“${text}”在哪里；请写明道路、路口、门牌或小区，或另加“经度”“纬度”两列`,
      `“${text}” cannot be found; name a road, a crossing or a number, or add columns “longitude” and “latitude”`,
    );
  const value = { lng: best.at[0], lat: best.at[1], text };
  if (best.score >= sure && best.doubts.length === 0) return taken(value);
  const why = (language: "zh" | "en") =>
    best.doubts.map((doubt) => doubt[language]).join(language === "zh" ? "；" : "; ");
  return taken(value, {
    zh: `按“${best.reading}”定点，请核对${why("zh") === "" ? "" : `：${why("zh")}`}`,
    en: `taken as “${best.reading}”; look at it${why("en") === "" ? "" : `: ${why("en")}`}`,
  });
}

function degrees(cell: CellValue | undefined): number | undefined {
  if (cell === undefined) return undefined;
  const text = plainText(cell);
  return /^-?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : undefined;
}
