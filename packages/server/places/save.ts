import type { Words } from "@xiuhua/core/procedure";
import { json, sql, type Queryable, type Sql } from "../store/index.ts";
import type { Kind } from "./register/index.ts";

/** One area, WGS 84: a city (4 digits), district (6), sub-district (9) or community (12). */
export interface AreaFeature {
  readonly properties: {
    readonly code: string;
    readonly name: Words;
    readonly level: string;
    readonly schematic?: boolean;
  };
  readonly geometry: object;
}

/** Writes a first version without checking it: for what the program brings itself. Areas that are there already stay. An area lies in the one whose code is the beginning of its own. */
export async function saveAreas(db: Queryable, city: string, features: readonly AreaFeature[]): Promise<void> {
  await db.query(sql`
    insert into area (city, code, parent, level, name, schematic, outline)
    select ${city}, f->'properties'->>'code',
      case length(f->'properties'->>'code') when 4 then null when 6 then ${city}
        else left(f->'properties'->>'code', length(f->'properties'->>'code') - 3) end,
      f->'properties'->>'level', f->'properties'->'name',
      coalesce((f->'properties'->>'schematic')::boolean, false), st_setsrid(st_geomfromgeojson(f->>'geometry'), 4326)
    from jsonb_array_elements(${json(features)}::jsonb) f on conflict do nothing`);
  await firstVersion(db, city, "areas", sql.id("area"));
}

/** The same for unit grid cells. */
export async function saveCells(
  db: Queryable,
  city: string,
  cells: readonly { readonly code: string; readonly area: string; readonly outline: object }[],
): Promise<void> {
  await db.query(sql`
    insert into grid_cell (city, code, area, outline)
    select ${city}, c->>'code', c->>'area', st_setsrid(st_geomfromgeojson(c->>'outline'), 4326)
    from jsonb_array_elements(${json(cells)}::jsonb) c on conflict do nothing`);
  await firstVersion(db, city, "cells", sql.id("grid_cell"));
}

async function firstVersion(db: Queryable, city: string, kind: Kind, table: Sql): Promise<void> {
  await db.query(sql`
    insert into place_version (city, kind, version, state, source, made_at, made_by, features, in_force_from)
    select ${city}, ${kind}, 1, 'inForce', 'xiuhua', min(valid_from), 'xiuhua', count(*), min(valid_from)
    from ${table} where city = ${city} having count(*) > 0
    on conflict (city, kind, version) do update set features = excluded.features`);
}
