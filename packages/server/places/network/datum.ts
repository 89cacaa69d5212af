import gcoord from "gcoord";
import type { Position } from "@xiuhua/core/place";

/** What coordinates are measured by: GPS; the shifted grid of Chinese maps (高德, 腾讯); 百度's, shifted once more. */
export const datums = ["wgs84", "gcj02", "bd09"] as const;
export type Datum = (typeof datums)[number];

const systems = { wgs84: gcoord.WGS84, gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** One position from one datum to the other, kept to a centimetre. */
export function convert([lng, lat]: Position, from: Datum, to: Datum): Position {
  if (from === to) return [lng, lat];
  const [x, y] = gcoord.transform<[number, number]>([lng, lat], systems[from], systems[to]);
  return [rounded(x), rounded(y)];
}

const rounded = (degrees: number) => Math.round(degrees * 1e7) / 1e7;
