import { angleBetween, dot, leftOf, minus, plus, times, type Point } from "./geometry.ts";
import type { Segments } from "./segments.ts";
import type { Stroke } from "./stroke.ts";

/**
 * A road cut across: how far its kerbs lie to the left (positive) and to the right of a point on it, metres. A dual
 * carriageway's kerbs are those of its outer carriageways.
 */
export interface Profile {
  readonly leftKerb: number;
  readonly rightKerb: number;
  /** Midway between the outer centre lines. */
  readonly middle: number;
}

/** Farther than this from the next, a parallel line of the same name is another street, metres; and how parallel it must be, degrees. */
const limits = { apart: 50, angle: 30 };

export function profileAt(at: Point, along: Point, own: Stroke, segments: Segments): Profile {
  const across = leftOf(along);
  const lines: { off: number; halfWidth: number }[] = [{ off: 0, halfWidth: own.halfWidth }];
  const ends = [plus(at, times(across, limits.apart * 2)), plus(at, times(across, -limits.apart * 2))];
  for (const { stroke, index } of segments.within(ends, 0, (one) => one.stroke.road === own.road)) {
    const [a, b] = [stroke.point(index), stroke.point(index + 1)];
    // Where the line crosses the cut: its ends lie on different sides of it.
    const [before, after] = [dot(minus(a, at), along), dot(minus(b, at), along)];
    if ((before > 0 && after > 0) || (before < 0 && after < 0) || before === after) continue;
    const turn = angleBetween(minus(b, a), along);
    if (Math.min(turn, 180 - turn) > limits.angle || stroke.slip !== own.slip) continue;
    if (stroke.twoWay && own.twoWay && stroke !== own) continue;
    const share = before / (before - after);
    const point = { x: a.x + (b.x - a.x) * share, y: a.y + (b.y - a.y) * share };
    lines.push({ off: dot(minus(point, at), across), halfWidth: stroke.halfWidth });
  }
  if (lines.length === 1) return { leftKerb: own.halfWidth, rightKerb: -own.halfWidth, middle: 0 };
  return kerbsOf(lines.sort((a, b) => a.off - b.off));
}

/** The neighbours of the own line, from one to the next as long as they lie near enough. */
function kerbsOf(lines: readonly { off: number; halfWidth: number }[]): Profile {
  const own = lines.findIndex((line) => line.off === 0);
  let [right, left] = [own, own];
  const off = (index: number) => lines[index]?.off ?? Infinity;
  while (off(right) - (lines[right - 1]?.off ?? -Infinity) <= limits.apart) right -= 1;
  while (off(left + 1) - off(left) <= limits.apart) left += 1;
  const [rightmost, leftmost] = [lines[right], lines[left]];
  const [low, high] = [rightmost?.off ?? 0, leftmost?.off ?? 0];
  return {
    leftKerb: high + (leftmost?.halfWidth ?? 0),
    rightKerb: low - (rightmost?.halfWidth ?? 0),
    middle: (low + high) / 2,
  };
}
