import type { RoadLine } from "@xiuhua/core/place";

/** 1 expressways and main roads, 2 secondary roads, 3 branch roads, 4 lanes (GB 50220's 快速路 主干路 次干路 支路, and 巷). */
export type RoadRank = 1 | 2 | 3 | 4;

/** How sources call their classes: OpenStreetMap's `highway`, and the Chinese grades. */
const classes: Readonly<Record<string, RoadRank>> = {
  motorway: 1,
  trunk: 1,
  primary: 1,
  快速路: 1,
  主干路: 1,
  主干道: 1,
  高速公路: 1,
  国道: 1,
  secondary: 2,
  省道: 2,
  次干路: 2,
  次干道: 2,
  tertiary: 3,
  unclassified: 3,
  县道: 3,
  支路: 3,
  residential: 4,
  living_street: 4,
  service: 4,
  pedestrian: 4,
  footway: 4,
  track: 4,
  path: 4,
  巷: 4,
  街巷: 4,
  小区路: 4,
};

/** Metres from kerb to kerb that a road of a rank has at least: six, four and two lanes of 3.5 m with their edges. Our own choice. */
const widths: readonly (readonly [metres: number, rank: RoadRank])[] = [
  [28, 1],
  [18, 2],
  [9, 3],
];

/** By its class, else its width, else what its name ends with. */
export function rankOf({ class: said, widthMetres, name }: Pick<RoadLine, "class" | "widthMetres" | "name">): RoadRank {
  const known = classes[said?.replace(/_link$/, "") ?? ""];
  if (known) return known;
  if (widthMetres !== undefined) return widths.find(([metres]) => widthMetres >= metres)?.[1] ?? 4;
  if (name.endsWith("大道")) return 1;
  return name === "" || /[巷弄里胡同]$/.test(name) ? 4 : 3;
}
