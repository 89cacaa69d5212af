import { each, type Steps } from "../steps.ts";
import { angleBetween, length, minus, times, type Point } from "./geometry.ts";
import type { Segments } from "./segments.ts";
import { endDirection } from "./stitch.ts";
import type { Onward, Stroke } from "./stroke.ts";

/**
 * A road may be interrupted: by a crossing whose piece bears the other name, by a roundabout, by a bridge. Over so
 * many metres, and so little off the straight (degrees), it is still walked on. Our own choice.
 */
const limits = { gap: 70, ahead: 35, turn: 55, merge: 75 };

/** Finds for both ends of every stroke where its road goes on. */
export function* linkOnward(strokes: readonly Stroke[], segments: Segments): Steps<void> {
  yield* each(strokes, (stroke) => {
    stroke.before = onwardOf(stroke, false, segments);
    stroke.after = onwardOf(stroke, true, segments);
  });
}

function onwardOf(stroke: Stroke, last: boolean, segments: Segments): Onward | undefined {
  const end = stroke.point(last ? stroke.points.length - 1 : 0);
  const out = endDirection(stroke.points, last);
  let best: { onward: Onward; cost: number } | undefined;
  const offer = (onward: Onward, cost: number) => {
    if (best === undefined || cost < best.cost) best = { onward, cost };
  };
  const sameRoad = (other: Stroke) => other.road === stroke.road;
  for (const near of segments.strokesNear(end, limits.gap, sameRoad)) {
    if (near.off < 1 && near.stroke !== stroke) {
      for (const way of [1, -1] as const) {
        const room = way === 1 ? near.stroke.length - near.metres : near.metres;
        if (room < 1) continue;
        const turn = angleBetween(out, courseFrom(near.stroke, near.metres, way));
        if (turn <= limits.merge) offer({ stroke: near.stroke, from: near.metres, way, gap: 0 }, turn / 2);
      }
      continue;
    }
    for (const way of [1, -1] as const) {
      const from = way === 1 ? 0 : near.stroke.length;
      const start = near.stroke.place(from);
      const over = minus(start, end);
      const gap = length(over);
      // Its own beginning: a ring that nobody closed by a shared point still goes round.
      if (gap > limits.gap || (near.stroke === stroke && (way === 1) !== last)) continue;
      const turn = angleBetween(out, courseFrom(near.stroke, from, way));
      const ahead = gap < 5 ? turn : angleBetween(out, over);
      if (ahead <= limits.ahead && turn <= limits.turn)
        offer({ stroke: near.stroke, from, way, gap }, gap + (ahead + turn) / 2);
    }
  }
  return best?.onward;
}

function courseFrom(stroke: Stroke, metres: number, way: 1 | -1): Point {
  const ahead = Math.max(0, Math.min(stroke.length, metres + way * 12));
  const course = minus(stroke.place(ahead), stroke.place(metres));
  return length(course) > 0.1 ? course : times(stroke.spot(metres).along, way);
}
