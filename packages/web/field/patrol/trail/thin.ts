import type { FieldMe } from "@xiuhua/server/api";
import { metresBetween } from "../../pack/index.ts";
import type { Step } from "./mark.ts";

export type TrackRules = Pick<FieldMe["rules"], "trackSeconds" | "trackMetres" | "trackAccuracy">;

/** The product's own, until the city's have come. */
export const usualRules: TrackRules = { trackSeconds: 20, trackMetres: 10, trackAccuracy: 100 };

/** Standing still is told too, but no more often than this. */
const stillMs = 300_000;

/** Whether a position adds to the track: exact enough, not too soon, and moved on. The server asks the same once more. */
export function addsTo(last: Step | undefined, next: Pick<Step, "at" | "position">, rules: TrackRules): boolean {
  if (next.position.accuracy > rules.trackAccuracy) return false;
  if (last === undefined) return true;
  const later = next.at - last.at;
  if (later < rules.trackSeconds * 1000) return false;
  return later >= stillMs || metresBetween(last.position, next.position) >= rules.trackMetres;
}
