import type { Stroke } from "./stroke.ts";

/** All that bears one name: its carriageways, its pieces, perhaps far from each other. */
export interface Road {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly strokes: readonly Stroke[];
  /** Of its longest stroke, metres. */
  readonly halfWidth: number;
  readonly length: number;
}

export function roadOf(id: number, name: string, aliases: readonly string[], strokes: readonly Stroke[]): Road {
  const longest = strokes.toSorted((a, b) => b.length - a.length);
  const length = strokes.reduce((sum, stroke) => sum + stroke.length, 0);
  return { id, name, aliases, strokes: longest, halfWidth: longest[0]?.halfWidth ?? 0, length };
}
