import type { GazetteerData, RoadLine } from "@xiuhua/core/place";
import type { FieldPack } from "@xiuhua/server/api";

/** The roads and names of the pack; undefined where the city has none, or they were too many to come along. */
export function gazetteerOf(pack: FieldPack | undefined): GazetteerData | undefined {
  const data = pack?.gazetteer;
  return isGazetteer(data) ? data : undefined;
}

function isGazetteer(value: unknown): value is GazetteerData {
  return typeof value === "object" && value !== null && "roads" in value && "places" in value;
}

/** How wide a road is drawn, in metres, where nobody measured it. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/motorway|trunk|快速/, 22],
  [/primary|主干/, 18],
  [/secondary|次干/, 14],
  [/tertiary|支/, 10],
];

export const widthOf = (road: RoadLine): number =>
  road.widthMetres ?? widths.find(([name]) => name.test(road.class ?? ""))?.[1] ?? 7;
