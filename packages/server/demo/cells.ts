/**
 * Unit grid cells (单元网格) of the demo city. They are computed from the schematic outlines at first start rather than
 * shipped: a file of them would be larger than everything else under `data/`.
 */

export type Position = readonly [lng: number, lat: number];

/** One of the smallest areas of `data/jiaozuo/outlines.json`, WGS 84. */
export interface CellArea {
  /** 12 digits of a community, or 9 of a sub-district that has no communities on record. */
  readonly code: string;
  /** Closed, simple and all but convex; its corners may lie a rounding beside the straight line. */
  readonly ring: readonly Position[];
  /** About how long a cell's side shall be. */
  readonly cellMetres: number;
}

export interface DemoCell {
  /** 15 digits: community 12, serial 3 (GB/T 30428.1). A sub-district without communities takes 000 as community. */
  readonly code: string;
  /** Code of the area the cell lies in. */
  readonly area: string;
  /** Closed ring, counter-clockwise, WGS 84. */
  readonly ring: readonly Position[];
}

/** Metres in a degree of latitude at 35° N. Cells are schematic; half a percent either way changes nothing. */
const metresPerDegree = 110_941;

/**
 * Cuts the area into rows, each row into cells of like width: no cell crosses the area's border, none overlap, together
 * they are the area. Numbered from west to east, then from north to south (the field's rule).
 * @throws RangeError when the area would need more than the 999 serials a code has room for.
 */
export function cellsOf({ code, ring, cellMetres }: CellArea): DemoCell[] {
  const height = cellMetres / metresPerDegree;
  const width = height / Math.cos(((ring[0]?.[1] ?? 0) * Math.PI) / 180);
  const rings = bands(ring.slice(0, -1), 1, height)
    .toReversed()
    .flatMap((row) => bands(row, 0, width));
  if (rings.length > 999) throw new RangeError(`area ${code} needs ${rings.length} cells; a code has room for 999`);
  return rings.map((cell, at) => ({
    code: code.padEnd(12, "0") + String(at + 1).padStart(3, "0"),
    area: code,
    ring: [...cell, ...cell.slice(0, 1)],
  }));
}

type Axis = 0 | 1;

/** Slices an open ring across `axis` (0 longitude, 1 latitude) into bands of about `size`, in ascending order. */
function bands(ring: readonly Position[], axis: Axis, size: number): (readonly Position[])[] {
  const values = ring.map((position) => position[axis]);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const count = Math.max(1, Math.round((high - low) / size));
  const line = (at: number): number => low + ((high - low) * at) / count;
  return Array.from({ length: count }, (_, at) => {
    const above = at === 0 ? ring : keep(ring, axis, line(at), 1);
    return at === count - 1 ? above : keep(above, axis, line(at + 1), -1);
  }).filter((band) => band.length >= 3);
}

/** The part of the ring on one side (1 beyond, -1 before) of the line where the coordinate equals `line`. */
function keep(ring: readonly Position[], axis: Axis, line: number, side: 1 | -1): readonly Position[] {
  return ring.flatMap((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a;
    const [da, db] = [(a[axis] - line) * side, (b[axis] - line) * side];
    const kept = da >= 0 ? [a] : [];
    return da * db >= 0 ? kept : [...kept, crossing(a, b, axis, line)];
  });
}

/** Where the edge meets the line. Exactly on it, and the same from both ends, so that neighbours share the point. */
function crossing(a: Position, b: Position, axis: Axis, line: number): Position {
  const [from, to] = a[axis] < b[axis] ? [a, b] : [b, a];
  const share = (line - from[axis]) / (to[axis] - from[axis]);
  const other = axis === 0 ? 1 : 0;
  const value = from[other] + share * (to[other] - from[other]);
  return axis === 0 ? [line, value] : [value, line];
}
