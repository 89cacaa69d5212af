import type { Polygon, Position } from "geojson";

/** A cell or an area of the grid. */
export interface SeamlessShape {
  /** Of a cell 15 digits: its community's 12 and a serial, numbered from the west and the north. */
  readonly code: string;
  /** The code of what it lies in. */
  readonly area: string;
  readonly outline: Polygon;
}

/** Cells to a side of a community: 900 serials of the 999. */
const communitySide = 30;
/** About 100 m, in degrees at 35° N. */
const stepLng = 0.0011;
const stepLat = 0.0009;
/** Corners between two crossings, so that edges bend as roads do. */
const bends = 4;
const [west, north] = [113, 35.5];

/**
 * A grid of `columns` × `rows` cells with bent common edges, the same for the same size: no gap, no overlap, each cell of
 * 20 corners. Made row by row, so that a hundred thousand need no memory.
 */
export function* seamlessCells(columns: number, rows: number): Generator<SeamlessShape> {
  const outline = blocks(columns, rows);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const area = `410811${part(y)}${part(x)}`;
      const serial = (y % communitySide) * communitySide + (x % communitySide) + 1;
      yield { code: `${area}${String(serial).padStart(3, "0")}`, area, outline: outline(x, y, x + 1, y + 1) };
    }
}

/** The city, its one district, the sub-districts (rows of communities) and communities around such a grid. */
export function* seamlessAreas(columns: number, rows: number): Generator<SeamlessShape> {
  const outline = blocks(columns, rows);
  yield { code: "4108", area: "", outline: outline(0, 0, columns, rows) };
  yield { code: "410811", area: "4108", outline: outline(0, 0, columns, rows) };
  for (let y = 0; y < rows; y += communitySide) {
    const bottom = Math.min(y + communitySide, rows);
    yield { code: `410811${part(y)}`, area: "410811", outline: outline(0, y, columns, bottom) };
    for (let x = 0; x < columns; x += communitySide)
      yield {
        code: `410811${part(y)}${part(x)}`,
        area: `410811${part(y)}`,
        outline: outline(x, y, Math.min(x + communitySide, columns), bottom),
      };
  }
}

const part = (value: number): string => String(Math.floor(value / communitySide) + 1).padStart(3, "0");

/** Outlines of blocks of cells, counter-clockwise. */
function blocks(columns: number, rows: number) {
  const fine = bends + 1;
  /** A corner of the mesh, moved aside by something that looks like chance; the city's border is straight. */
  const corner = (x: number, y: number): Position => {
    const still = (at: number, size: number): boolean => at === 0 || at === size * fine;
    const shift = (salt: number): number => (hash(x * 7919 + y * 104_729 + salt) - 0.5) * 0.12;
    return [
      west + (x / fine + (still(x, columns) ? 0 : shift(1))) * stepLng,
      north - (y / fine + (still(y, rows) ? 0 : shift(2))) * stepLat,
    ];
  };
  return (x: number, y: number, right: number, bottom: number): Polygon => {
    const [left, top, east, south] = [x * fine, y * fine, right * fine, bottom * fine];
    const along = (from: number, to: number): number[] =>
      Array.from({ length: Math.abs(to - from) }, (_, at) => from + Math.sign(to - from) * at);
    const ring = [
      ...along(top, south).map((at) => corner(left, at)),
      ...along(left, east).map((at) => corner(at, south)),
      ...along(south, top).map((at) => corner(east, at)),
      ...along(east, left).map((at) => corner(at, top)),
      corner(left, top),
    ];
    return { type: "Polygon", coordinates: [ring] };
  };
}

/** 0 to 1, evenly. */
function hash(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
