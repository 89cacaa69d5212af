import type { FieldTrack } from "@xiuhua/server/api";
import { within, type Point } from "../../pack/index.ts";
import type { FieldPack } from "@xiuhua/server/api";
import type { Mark } from "../trail/index.ts";

export interface TrackPoint extends Point {
  /** Milliseconds. */
  readonly at: number;
}

/** After a gap like this nothing is known of the way between. */
const gapMs = 600_000;

/** A day's points: what the server has, and what this phone has not sent yet. */
export function pointsOf(track: FieldTrack | undefined, marks: readonly Mark[], isToday: (at: number) => boolean) {
  const points = new Map<number, TrackPoint>();
  for (const { lng, lat, at } of track?.points ?? []) points.set(Date.parse(at), { lng, lat, at: Date.parse(at) });
  for (const mark of marks)
    if (mark.kind === "step") points.set(mark.at, { lng: mark.position.lng, lat: mark.position.lat, at: mark.at });
  return [...points.values()].filter(({ at }) => isToday(at)).toSorted((one, other) => one.at - other.at);
}

/** The points as ways without gaps. */
export function waysOf(points: readonly TrackPoint[]): TrackPoint[][] {
  const ways: TrackPoint[][] = [];
  let last: TrackPoint | undefined;
  for (const point of points) {
    const way = ways.at(-1);
    if (way && last && point.at - last.at <= gapMs) way.push(point);
    else ways.push([point]);
    last = point;
  }
  return ways;
}

/** Cells of the pack that hold one of the points. */
export function cellsUnder(points: readonly Point[], cells: FieldPack["cells"]): string[] {
  return cells.filter(({ polygons }) => points.some((point) => within(point, polygons))).map(({ code }) => code);
}
