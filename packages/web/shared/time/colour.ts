import type { Colour } from "@xiuhua/server/api";

interface Timed {
  /** As the server last saw it. */
  readonly colour?: Colour | undefined;
  readonly dueAt?: string | undefined;
  readonly warnAt?: string | undefined;
}

/** The light at a moment: it moves on by itself as `warnAt` and `dueAt` pass. */
export function colourAt(now: number, { colour, dueAt, warnAt }: Timed): Colour {
  if (dueAt !== undefined && now >= Date.parse(dueAt)) return "red";
  if (warnAt !== undefined && now >= Date.parse(warnAt)) return "yellow";
  return colour ?? "green";
}
