import type { Polygon, Position } from "geojson";

export interface SeamlessCell {
  /** 15 digits: a community of 30 × 30 cells each, numbered from the west and the north. */
  readonly code: string;
  /** The community's 12 digits. */
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

/**
 * A grid of `columns` × `rows` cells with bent common edges, the same for the same size: no gap, no overlap, each cell of
 * 20 corners. Made row by row, so that a hundred thousand need no memory.
 */
export function* seamlessCells(columns: number, rows: number, west = 113, north = 35.5): Generator<SeamlessCell> {
  /** A point of the mesh, moved aside by something that looks like chance. */
  const mesh = (x: number, y: number, alongX: number, alongY: number): Position => {
    const [atX, atY] = [x * (bends + 1) + alongX, y * (bends + 1) + alongY];
    const still = (at: number, size: number): boolean => at === 0 || at === size * (bends + 1);
    const shift = (salt: number): number => (hash(atX * 7919 + atY * 104_729 + salt) - 0.5) * 0.12;
    return [
      west + (atX / (bends + 1) + (still(atX, columns) ? 0 : shift(1))) * stepLng,
      north - (atY / (bends + 1) + (still(atY, rows) ? 0 : shift(2))) * stepLat,
    ];
  };
  const steps = Array.from({ length: bends + 1 }, (_, at) => at);
  for (let y = 0; y < rows; y += 1)
    for (let x = 0; x < columns; x += 1) {
      const ring = [
        ...steps.map((at) => mesh(x, y, 0, at)),
        ...steps.map((at) => mesh(x, y + 1, at, 0)),
        ...steps.map((at) => mesh(x + 1, y + 1, 0, -at)),
        ...steps.map((at) => mesh(x + 1, y, -at, 0)),
        mesh(x, y, 0, 0),
      ];
      const area = communityOf(x, y);
      const serial = (y % communitySide) * communitySide + (x % communitySide) + 1;
      yield {
        code: `${area}${String(serial).padStart(3, "0")}`,
        area,
        outline: { type: "Polygon", coordinates: [ring] },
      };
    }
}

/** Sub-district by row of communities, community by column. */
function communityOf(x: number, y: number): string {
  const part = (value: number): string => String(Math.floor(value / communitySide) + 1).padStart(3, "0");
  return `410811${part(y)}${part(x)}`;
}

/** 0 to 1, evenly. */
function hash(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x45d9f3b);
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x45d9f3b);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
