import type { Position } from "@xiuhua/core/place";
import { holds, positionsOf, reach, wider, type Box, type Shape } from "../network/index.ts";

/** Why an outline cannot lie where it says. */
export interface Misplacement {
  readonly kind: "swapped" | "metres" | "outside";
  /** The first position that shows it. */
  readonly at: Position;
}

/** Nobody's city lies north of this, or south of its mirror: such a latitude is a longitude in the wrong place. */
const northernmost = 74;

/** @param city its box in the shape's own datum; without it only the range is judged */
export function misplacement(shape: Shape, city: Box | undefined): Misplacement | undefined {
  const positions = positionsOf(shape);
  const frame: Box = city ? wider(city, reach) : [-180, -northernmost, 180, northernmost];
  const turned = (at: Position): boolean => holds(frame, [at[1], at[0]]);
  const wild = positions.find(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > northernmost);
  if (wild) return { kind: turned(wild) ? "swapped" : "metres", at: wild };
  const [first] = positions;
  if (!first || !city || positions.some((at) => holds(frame, at))) return undefined;
  return { kind: turned(first) ? "swapped" : "outside", at: first };
}
