import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import Flatbush from "flatbush";
import type { MultiPolygon, Polygon } from "geojson";
import type { Words } from "@xiuhua/core/procedure";
import { sql, type Queryable } from "../store/index.ts";

export interface Area {
  readonly code: string;
  readonly parent?: string;
  readonly level: string;
  readonly name: Words;
  readonly schematic: boolean;
  readonly outline: Polygon | MultiPolygon;
}

export interface Cell {
  readonly code: string;
  readonly area: string;
  readonly outline: Polygon | MultiPolygon;
}

export interface Located {
  /** The smallest area that holds the point: 12, 9 or 6 digits. */
  readonly area: string;
  /** The unit grid cell, 15 digits; absent where the grid has none. */
  readonly cell?: string;
}

/** The city's areas and its unit grid, in memory: a point is placed in microseconds, without asking the database. */
export interface Places {
  locate(lng: number, lat: number): Located | undefined;
  area(code: string): Area | undefined;
  areas(): readonly Area[];
  /** Cells that touch a box in degrees, at most `limit`. */
  cells(box: readonly [number, number, number, number], limit: number): readonly Cell[];
}

export async function loadPlaces(db: Queryable, city: string): Promise<Places> {
  const areas = await db.query<{
    code: string;
    parent: string | null;
    level: string;
    name: Words;
    schematic: boolean;
    outline: Area["outline"];
  }>(sql`
    select code, parent, level, name, schematic, st_asgeojson(outline)::jsonb as outline
    from area where city = ${city} order by length(code), code`);
  const cells = await db.query<Cell>(sql`
    select code, area, st_asgeojson(outline)::jsonb as outline
    from grid_cell where city = ${city} and valid_to is null order by code`);
  return makePlaces(
    areas.map(({ parent, ...area }) => (parent === null ? area : { ...area, parent })),
    cells,
  );
}

export function makePlaces(areas: readonly Area[], cells: readonly Cell[]): Places {
  // Longer codes are smaller areas: ask them first.
  const inner = [...areas].sort((one, other) => other.code.length - one.code.length);
  const byCode = new Map(areas.map((area) => [area.code, area]));
  const areaAt = indexOf(inner);
  const cellAt = indexOf(cells);
  return {
    locate(lng, lat) {
      const [cell] = cellAt.holding(lng, lat);
      if (cell) return { area: cell.area, cell: cell.code };
      const found = areaAt.holding(lng, lat).sort((one, other) => other.code.length - one.code.length)[0];
      return found && { area: found.code };
    },
    area: (code) => byCode.get(code),
    areas: () => areas,
    cells: (box, limit) => cellAt.touching(box, limit),
  };
}

/** Shapes by bounding box first, then exactly. */
function indexOf<T extends { readonly outline: Polygon | MultiPolygon }>(shapes: readonly T[]) {
  if (shapes.length === 0) return { holding: (): T[] => [], touching: (): T[] => [] };
  const tree = new Flatbush(shapes.length);
  for (const shape of shapes) tree.add(...bounds(shape.outline));
  tree.finish();
  const pick = (ids: readonly number[]): T[] => ids.flatMap((id) => shapes[id] ?? []);
  return {
    holding: (lng: number, lat: number): T[] =>
      pick(tree.search(lng, lat, lng, lat)).filter((shape) => booleanPointInPolygon([lng, lat], shape.outline)),
    touching: (box: readonly [number, number, number, number], limit: number): T[] =>
      pick(tree.search(...box).slice(0, limit)),
  };
}

function bounds(outline: Polygon | MultiPolygon): [number, number, number, number] {
  const rings = outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat();
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of rings)
    for (const [lng, lat] of ring) {
      if (lng === undefined || lat === undefined) continue;
      box[0] = Math.min(box[0], lng);
      box[1] = Math.min(box[1], lat);
      box[2] = Math.max(box[2], lng);
      box[3] = Math.max(box[3], lat);
    }
  return box;
}
