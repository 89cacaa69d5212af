import type { MultiPolygon, Polygon } from "geojson";
import type { Words } from "@xiuhua/core/procedure";
import { sql, type Database } from "../store/index.ts";
import { addWkb, indexShapes, OutlineBuilder, outlineOf } from "./shapes/index.ts";

/** A district, sub-district or community, or the city itself. */
export interface Area {
  readonly code: string;
  readonly parent?: string;
  readonly level: string;
  readonly name: Words;
  readonly schematic: boolean;
  /** WGS 84. Made anew each time it is read. */
  readonly outline: Polygon | MultiPolygon;
}

/** The areas in memory. */
export interface Areas {
  readonly list: readonly Area[];
  get(code: string): Area | undefined;
  /** The smallest area that holds the point. */
  at(lng: number, lat: number): Area | undefined;
}

interface Row {
  readonly code: string;
  readonly parent: string | null;
  readonly level: string;
  readonly name: Words;
  readonly schematic: boolean;
  readonly outline: Uint8Array;
}

export async function loadAreas(db: Database, city: string): Promise<Areas> {
  const builder = new OutlineBuilder();
  const rows: Omit<Row, "outline">[] = [];
  // Longer codes are smaller areas: the first that holds a point is the smallest.
  for await (const batch of db.stream<Row>(sql`
    select code, parent, level, name, schematic, st_asbinary(outline, 'NDR') as outline
    from area where city = ${city} and valid_to is null and outline is not null order by length(code) desc, code`))
    for (const { outline, ...row } of batch) {
      addWkb(builder, outline);
      rows.push(row);
    }
  const outlines = builder.done();
  const index = indexShapes(outlines);
  const smallestFirst = rows.map(({ parent, ...area }, shape): Area => ({
    ...area,
    ...(parent === null ? {} : { parent }),
    get outline() {
      return outlineOf(outlines, shape);
    },
  }));
  const byCode = new Map(smallestFirst.map((area) => [area.code, area]));
  return {
    list: smallestFirst.toSorted((one, other) => one.code.length - other.code.length || order(one.code, other.code)),
    get: (code) => byCode.get(code),
    at: (lng, lat) => smallestFirst[index.at(lng, lat)],
  };
}

const order = (one: string, other: string): number => (one < other ? -1 : 1);
