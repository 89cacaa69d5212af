import type { Shape } from "../map-state.ts";

export type Corner = readonly [lng: number, lat: number];

/** A shape on its way: what was clicked so far. */
export interface Drawing {
  readonly kind: Shape["kind"];
  readonly corners: readonly Corner[];
}

/** Corners of a polygon at most; the server takes no more. */
const mostCorners = 100;

export type Drawn = { readonly drawing: Drawing } | { readonly shape: Shape };

/** Another corner. A box is done with its second. */
export function addCorner({ kind, corners }: Drawing, corner: Corner): Drawn {
  const next = [...corners, corner];
  if (kind === "polygon" && next.length < mostCorners) return { drawing: { kind, corners: next } };
  return finish({ kind, corners: next }) ?? { drawing: { kind, corners: next } };
}

/** Takes the last corner back. */
export const removeCorner = ({ kind, corners }: Drawing): Drawing => ({ kind, corners: corners.slice(0, -1) });

/** The shape, if there is enough of it and its sides do not cross. */
export function finish({ kind, corners }: Drawing): { readonly shape: Shape } | undefined {
  if (kind === "box") {
    const [one, other] = corners;
    if (!one || !other || one[0] === other[0] || one[1] === other[1]) return undefined;
    const [west, east] = [Math.min(one[0], other[0]), Math.max(one[0], other[0])];
    const [south, north] = [Math.min(one[1], other[1]), Math.max(one[1], other[1])];
    return { shape: { kind, text: [west, south, east, north].map(written).join(",") } };
  }
  if (corners.length < 3 || crosses(corners)) return undefined;
  return { shape: { kind, text: corners.flat().map(written).join(",") } };
}

/** The ring of a shape in the address, its last corner joined to the first; undefined where it is none. */
export function ringOf({ kind, text }: Shape): Corner[] | undefined {
  const numbers = text.split(",").map(Number);
  if (numbers.some((one) => !Number.isFinite(one))) return undefined;
  if (kind === "box") {
    const [west, south, east, north] = numbers;
    if (west === undefined || south === undefined || east === undefined || north === undefined) return undefined;
    return [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [west, south],
    ];
  }
  const corners = numbers.flatMap((lng, at): Corner[] => (at % 2 === 0 ? [[lng, numbers[at + 1] ?? NaN]] : []));
  const [first] = corners;
  return first && corners.length >= 3 && !Number.isNaN(corners.at(-1)?.[1]) ? [...corners, first] : undefined;
}

/** Five decimals are a metre. */
const written = (degrees: number): string => String(Math.round(degrees * 1e5) / 1e5);

/** Whether two sides of the closed shape cross. */
export function crosses(corners: readonly Corner[]): boolean {
  const sides = corners.map((corner, at) => [corner, corners[(at + 1) % corners.length] ?? corner] as const);
  return sides.some(([a, b], one) =>
    sides.some(
      ([c, d], other) =>
        other > one + 1 &&
        (other + 1) % sides.length !== one &&
        turn(a, b, c) * turn(a, b, d) < 0 &&
        turn(c, d, a) * turn(c, d, b) < 0,
    ),
  );
}

/** Positive where a → b → c turns to the left. */
function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
