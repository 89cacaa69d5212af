import type { MultiPolygon, Polygon } from "geojson";
import { sql, type Database } from "../store/index.ts";
import {
  addWkb,
  indexShapes,
  metresToOutline,
  OutlineBuilder,
  outlineOf,
  type Box,
  type Outlines,
} from "./shapes/index.ts";

/** A unit grid cell (单元网格). */
export interface Cell {
  /** 15 digits, or as many as the city's setting says. */
  readonly code: string;
  /** Code of the smallest area it lies in. */
  readonly area: string;
  /** WGS 84. Made anew each time it is read. */
  readonly outline: Polygon | MultiPolygon;
}

/** The unit grid in memory. */
export interface Cells {
  readonly count: number;
  get(code: string): Cell | undefined;
  /** The cell that holds the point. */
  at(lng: number, lat: number): Cell | undefined;
  /**
   * The cell whose border passes the point within a metre, of those in the area: neighbours drawn apart may leave a
   * hair of a seam between them, and what lies in it is nobody else's.
   */
  beside(lng: number, lat: number, area: string): Cell | undefined;
  /** Cells about a box in degrees, at most `limit`. */
  touching(box: Box, limit: number): readonly Cell[];
  /** Cells of an area and of those within it, by code, at most `limit`. */
  within(area: string, limit: number): readonly Cell[];
}

/** Our own choice: far less than a phone's position is wrong by. */
const seamMetres = 1;
const seamDegrees = 1e-5;

export async function loadCells(db: Database, city: string): Promise<Cells> {
  const builder = new OutlineBuilder();
  const codes: string[] = [];
  const areas: string[] = [];
  /** One text for all cells of an area. */
  const known = new Map<string, string>();
  for await (const batch of db.stream<{ code: string; area: string; outline: Uint8Array }>(sql`
    select code, area, st_asbinary(outline, 'NDR') as outline
    from grid_cell where city = ${city} and valid_to is null order by code collate "C"`))
    for (const { code, area, outline } of batch) {
      addWkb(builder, outline);
      codes.push(code);
      if (!known.has(area)) known.set(area, area);
      areas.push(known.get(area) ?? area);
    }
  return cellsOf(codes, areas, builder.done());
}

/** @param codes ascending, as JavaScript compares; @param areas the area of each */
export function cellsOf(codes: readonly string[], areas: readonly string[], outlines: Outlines): Cells {
  const index = indexShapes(outlines);
  const cellOf = (shape: number): Cell | undefined => {
    const [code, area] = [codes[shape], areas[shape]];
    return code === undefined || area === undefined ? undefined : new DrawnCell(code, area, outlines, shape);
  };
  let byArea: ReadonlyMap<string, readonly number[]> | undefined;
  return {
    count: codes.length,
    within(area, limit) {
      byArea ??= shapesByArea(areas);
      const shapes = [...byArea].flatMap(([code, found]) => (code.startsWith(area) ? found : []));
      return shapes
        .toSorted((one, other) => one - other)
        .slice(0, limit)
        .flatMap((shape) => cellOf(shape) ?? []);
    },
    get: (code) => cellOf(placeOf(codes, code)),
    at: (lng, lat) => cellOf(index.at(lng, lat)),
    beside(lng, lat, area) {
      const box = [lng - seamDegrees, lat - seamDegrees, lng + seamDegrees, lat + seamDegrees] as const;
      const [nearest] = index
        .touching(box, Infinity)
        .filter((shape) => areas[shape] === area)
        .map((shape) => ({ shape, metres: metresToOutline(outlines, shape, lng, lat) }))
        .sort((one, other) => one.metres - other.metres || one.shape - other.shape);
      return nearest && nearest.metres <= seamMetres ? cellOf(nearest.shape) : undefined;
    },
    touching: (box, limit) => index.touching(box, limit).flatMap((shape) => cellOf(shape) ?? []),
  };
}

/** A class, because a point is placed half a million times a second, and an object with a getter of its own is slow to make. */
class DrawnCell implements Cell {
  readonly code: string;
  readonly area: string;
  readonly #outlines: Outlines;
  readonly #shape: number;

  constructor(code: string, area: string, outlines: Outlines, shape: number) {
    this.code = code;
    this.area = area;
    this.#outlines = outlines;
    this.#shape = shape;
  }

  get outline(): Polygon | MultiPolygon {
    return outlineOf(this.#outlines, this.#shape);
  }
}

function shapesByArea(areas: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, number[]>();
  for (const [shape, area] of areas.entries()) {
    const shapes = found.get(area);
    if (shapes) shapes.push(shape);
    else found.set(area, [shape]);
  }
  return found;
}

/** Where a code stands in an ascending list; -1 for nowhere. */
function placeOf(codes: readonly string[], code: string): number {
  let [low, high] = [0, codes.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = codes[middle] ?? "";
    if (found === code) return middle;
    if (found < code) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
