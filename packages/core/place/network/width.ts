import type { RoadLine } from "../feature.ts";

/** Half a road's width where nothing is known of it, metres: the field's default shift to a side. */
export const usualHalfWidth = 6;

/**
 * Half the width by class, OpenStreetMap's `highway` or Chinese words. Our own choice, near the carriageways that
 * CJJ 37 gives these classes, and never far from the default, which others measure by.
 */
const byClass: readonly (readonly [RegExp, number])[] = [
  [/footway|path|steps|pedestrian|cycleway|track|人行|步行|栈道/, 2.5],
  [/_link|匝道/, 4],
  [/motorway|trunk|高速|快速/, 7.5],
  [/primary|主干/, 7],
  [/secondary|次干/, 6.5],
  [/tertiary/, 6],
  [/living_street|service|巷|弄|胡同/, 4],
  [/residential|支路|街坊/, 5],
];

export function halfWidthOf(line: Pick<RoadLine, "class" | "widthMetres">): number {
  if (line.widthMetres !== undefined && line.widthMetres > 0) return line.widthMetres / 2;
  const kind = line.class ?? "";
  return byClass.find(([pattern]) => pattern.test(kind))?.[1] ?? usualHalfWidth;
}

/** A slip road bears its road's name and leads off it: its meetings say little about where the roads meet. */
export const isSlip = (line: Pick<RoadLine, "class">): boolean => /_link|匝道/.test(line.class ?? "");
