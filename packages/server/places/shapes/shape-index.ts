import { holds } from "./inside.ts";
import { boxOf, type Box, type Outlines } from "./outlines.ts";
import { columnOf, rasterOf, rowOf, type Raster } from "./raster.ts";

/** Which of many shapes holds a point: a fraction of a microsecond, whatever their number. Shapes go by their number. */
export interface ShapeIndex {
  /** The first shape, in the order they were given, that holds the point; -1 for none. */
  at(lng: number, lat: number): number;
  /** Shapes about the box: all that touch it, and few others. At most `limit`, in no order. */
  touching(box: Box, limit: number): readonly number[];
}

export function indexShapes(outlines: Outlines): ShapeIndex {
  const raster = rasterOf(outlines);
  const { west, south, east, north, columns, starts, entries } = raster;
  const { bounds } = outlines;
  return {
    at(lng, lat) {
      if (!(lng >= west && lng <= east && lat >= south && lat <= north)) return -1;
      const square = rowOf(raster, lat) * columns + columnOf(raster, lng);
      const end = starts[square + 1] ?? 0;
      for (let at = starts[square] ?? 0; at < end; at += 1) {
        const entry = entries[at] ?? 0;
        const shape = entry >>> 1;
        if ((entry & 1) === 1) return shape;
        const box = shape * 4;
        if (lng < (bounds[box] ?? NaN) || lat < (bounds[box + 1] ?? NaN)) continue;
        if (lng > (bounds[box + 2] ?? NaN) || lat > (bounds[box + 3] ?? NaN)) continue;
        if (holds(outlines, shape, lng, lat)) return shape;
      }
      return -1;
    },
    touching: (box, limit) => [...touched(outlines, raster, box, limit)],
  };
}

function touched(outlines: Outlines, raster: Raster, box: Box, limit: number): ReadonlySet<number> {
  const { columns, starts, entries } = raster;
  const [west, south, east, north] = box;
  const found = new Set<number>();
  for (let row = rowOf(raster, south); row <= rowOf(raster, north); row += 1)
    for (let column = columnOf(raster, west); column <= columnOf(raster, east); column += 1) {
      const square = row * columns + column;
      for (let at = starts[square] ?? 0; at < (starts[square + 1] ?? 0); at += 1) {
        const shape = (entries[at] ?? 0) >>> 1;
        const [w, s, e, n] = boxOf(outlines, shape);
        if (e < west || w > east || n < south || s > north) continue;
        found.add(shape);
        if (found.size >= limit) return found;
      }
    }
  return found;
}
