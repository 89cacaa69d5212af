import { Growing } from "./growing.ts";
import { holds } from "./inside.ts";
import { boxOf, type Outlines } from "./outlines.ts";

/**
 * A coarse picture of the shapes: for each square, which of them touch it, in their order, and whether they fill it. A
 * point looks at one square's few shapes instead of all.
 */
export interface Raster {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
  readonly columns: number;
  readonly rows: number;
  /** Squares in a degree. */
  readonly perLng: number;
  readonly perLat: number;
  /** Where each square's entries begin, and at last where the last ones end. */
  readonly starts: Uint32Array;
  /** Twice the shape's number, plus 1 where it fills the square. */
  readonly entries: Uint32Array;
}

/** 16 MB for `starts`; a county of 100 km at 50 m. */
const mostSquares = 1 << 22;
/** A few large shapes, such as areas, are worth more squares, for then most are filled by one. */
const squaresAShape = 64;
const enoughSquares = 1 << 14;

export function rasterOf(outlines: Outlines): Raster {
  const frame = frameOf(outlines);
  const squares = new Growing(Uint32Array);
  const values = new Growing(Uint32Array);
  for (let shape = 0; shape < outlines.count; shape += 1)
    draw(outlines, shape, frame, (square, fills) => {
      squares.push(square);
      values.push(shape * 2 + (fills ? 1 : 0));
    });
  return { ...frame, ...sorted(squares.done(), values.done(), frame.columns * frame.rows) };
}

type Frame = Omit<Raster, "starts" | "entries">;

/** Squares half as wide as the middling shape, within bounds. */
function frameOf({ count, bounds }: Outlines): Frame {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  let [width, height] = [0, 0];
  for (let at = 0; at < count * 4; at += 4) {
    const [w = NaN, s = NaN, e = NaN, n = NaN] = bounds.subarray(at, at + 4);
    west = Math.min(west, w);
    south = Math.min(south, s);
    east = Math.max(east, e);
    north = Math.max(north, n);
    width += (e - w) / count;
    height += (n - s) / count;
  }
  // Nothing, or nothing wider than a line: it holds no point.
  if (!(east > west && north > south)) return { west, south, east, north, columns: 1, rows: 1, perLng: 1, perLat: 1 };
  const wanted = ((east - west) / width) * ((north - south) / height) * 4;
  const fewest = Math.min(count * squaresAShape, enoughSquares);
  const scale = Math.sqrt(Math.min(Math.max(wanted, fewest), mostSquares) / wanted) * 2;
  const columns = Math.max(1, Math.min(mostSquares, Math.ceil(((east - west) / width) * scale)));
  const rows = Math.max(1, Math.min(Math.floor(mostSquares / columns), Math.ceil(((north - south) / height) * scale)));
  return { west, south, east, north, columns, rows, perLng: columns / (east - west), perLat: rows / (north - south) };
}

/** The column of a longitude, the nearest one where it lies outside. Never falls as longitude grows. */
export const columnOf = (raster: Frame, lng: number): number =>
  within(Math.floor((lng - raster.west) * raster.perLng), raster.columns);
export const rowOf = (raster: Frame, lat: number): number =>
  within(Math.floor((lat - raster.south) * raster.perLat), raster.rows);

const within = (value: number, size: number): number => Math.min(Math.max(value, 0), size - 1);

/** Part of a square by which an edge is taken to be thicker: far more than roundings can add up to. */
const hair = 1e-3;

/** Tells the squares a shape touches: those its edges pass are touched; of the others, whole runs lie in or out. */
function draw(outlines: Outlines, shape: number, frame: Frame, tell: (square: number, fills: boolean) => void): void {
  const [west, south, east, north] = boxOf(outlines, shape);
  const left = columnOf(frame, west);
  const bottom = rowOf(frame, south);
  const width = columnOf(frame, east) - left + 1;
  const height = rowOf(frame, north) - bottom + 1;
  const passed = new Uint8Array(width * height);
  const mark = (row: number, fromX: number, toX: number): void => {
    const first = within(Math.floor(Math.min(fromX, toX) - hair), frame.columns) - left;
    const last = within(Math.floor(Math.max(fromX, toX) + hair), frame.columns) - left;
    const start = (within(row, frame.rows) - bottom) * width;
    for (let column = Math.max(first, 0); column <= Math.min(last, width - 1); column += 1) passed[start + column] = 1;
  };
  const { coordinates, rings, shapes } = outlines;
  for (let ring = shapes[shape] ?? 0; ring < (shapes[shape + 1] ?? 0); ring += 1)
    for (let at = (rings[ring] ?? 0) * 2; at < (rings[ring + 1] ?? 0) * 2 - 2; at += 2) {
      const x = ((coordinates[at] ?? NaN) - frame.west) * frame.perLng;
      const y = ((coordinates[at + 1] ?? NaN) - frame.south) * frame.perLat;
      const toX = ((coordinates[at + 2] ?? NaN) - frame.west) * frame.perLng;
      const toY = ((coordinates[at + 3] ?? NaN) - frame.south) * frame.perLat;
      const [low, high] = [Math.min(y, toY), Math.max(y, toY)];
      const [first, last] = [Math.floor(low - hair), Math.floor(high + hair)];
      const slope = (toX - x) / (toY - y);
      const atHeight = (line: number): number => x + (Math.min(Math.max(line, low), high) - y) * slope;
      for (let row = Math.max(first, bottom); row <= Math.min(last, bottom + height - 1); row += 1)
        // A level edge has no slope; one all but level may be anywhere between its ends.
        if (high - low < hair) mark(row, x, toX);
        else mark(row, atHeight(row - hair), atHeight(row + 1 + hair));
    }
  for (let row = 0; row < height; row += 1) {
    let inside: boolean | undefined;
    for (let column = 0; column < width; column += 1) {
      const square = (bottom + row) * frame.columns + left + column;
      if (passed[row * width + column] === 1) {
        inside = undefined;
        tell(square, false);
        continue;
      }
      inside ??= holds(
        outlines,
        shape,
        frame.west + (left + column + 0.5) / frame.perLng,
        frame.south + (bottom + row + 0.5) / frame.perLat,
      );
      if (inside) tell(square, true);
    }
  }
}

/** Entries by square, those of one square in the order in which they came. */
function sorted(squares: Uint32Array, values: Uint32Array, count: number): Pick<Raster, "starts" | "entries"> {
  const starts = new Uint32Array(count + 1);
  for (const square of squares) starts[square + 1] = (starts[square + 1] ?? 0) + 1;
  for (let square = 0; square < count; square += 1)
    starts[square + 1] = (starts[square + 1] ?? 0) + (starts[square] ?? 0);
  const next = starts.slice(0, count);
  const entries = new Uint32Array(values.length);
  squares.forEach((square, at) => {
    const place = next[square] ?? 0;
    entries[place] = values[at] ?? 0;
    next[square] = place + 1;
  });
  return { starts, entries };
}
