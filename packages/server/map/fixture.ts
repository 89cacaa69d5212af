import { VectorTile } from "@mapbox/vector-tile";
import Pbf from "pbf";
import { worldOf } from "@xiuhua/core/place";
import { procedures } from "@xiuhua/procedures";
import type { CaseTileQuery } from "../api/index.ts";
import { demoCity, readerOf } from "../demo/index.ts";
import { json, sql, type Database } from "../store/index.ts";
import type { DemoServices } from "../testing/demo-services.ts";
import { makeCaseTiles } from "./case-tile.ts";
import type { Tile } from "./tile.ts";

export const now = Date.parse("2026-03-02T09:00:00+08:00");
export const crossing = { lng: 113.247831, lat: 35.240428, text: "和平街与文化巷交叉口东30米路南" };

/** A tile's features by layer, each with its properties and where it begins, in the tile's own numbers. */
export function decode(tile: Uint8Array): Record<string, Record<string, unknown>[]> {
  return Object.fromEntries(
    Object.entries(new VectorTile(new Pbf(tile)).layers).map(([name, layer]) => [
      name,
      Array.from({ length: layer.length }, (_, at) => {
        const feature = layer.feature(at);
        const first = feature.loadGeometry()[0]?.[0];
        return { ...feature.properties, place: first && [first.x, first.y] };
      }),
    ]),
  );
}

/** Asks for tiles of cases as one of the demo's people. */
export function tilesOf(city: DemoServices, db: Database) {
  const { cases } = city;
  const caseTile = makeCaseTiles({
    db,
    city: city.city,
    procedures,
    below: (unit) => cases.sources.directory.below(unit),
    open: cases.unfinished,
    now: city.now,
  });
  return async (login: string, tile: Tile, query: CaseTileQuery = {}) => {
    const { cases: points, heat } = decode(await caseTile(readerOf(login), tile, query));
    return points ?? heat ?? [];
  };
}

/** The tile of a zoom that holds a point. */
export function tileAt(z: number, { lng, lat }: { lng: number; lat: number } = crossing): Tile {
  const [x, y] = worldOf(lng, lat);
  return { z, x: Math.floor(x * 2 ** z), y: Math.floor(y * 2 ** z) };
}

/** Six hundred cases all over the city, past the journal: what they became is told by their rows alone. */
export async function scatter(db: Database): Promise<void> {
  let seed = 11;
  const next = (among: number) => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed % among;
  };
  const pick = <T>(list: readonly [T, ...T[]]): T => list[next(list.length)] ?? list[0];
  const rows = Array.from({ length: 600 }, (_, at) => {
    const final = next(3) > 0;
    const department = pick(["jiefang-brigade", "jiefang-bureau", "lighting-office", null]);
    // Half of them lie about one crossing, so that the deepest tiles have some.
    const far = next(2) === 0 ? 200_000 : 4_000;
    return {
      no: `4108202501010${String(at).padStart(4, "0")}`,
      state: final ? pick(["closed", "closed", "voided", "notAccepted"]) : pick(["handling", "dispatched", "reported"]),
      final,
      type: pick(["07001", "07002", "06013", "01002", null]),
      area: pick(["410802005002", "410802001", "410811006002", "410803"]),
      department,
      parties: [
        pick(["collector1", "collector2"]),
        ...(department === null ? [] : [department]),
        ...(next(3) === 0 ? ["jiefang-platform"] : []),
        ...(next(4) === 0 ? ["handler1"] : []),
      ],
      lng: crossing.lng + (next(far) - far / 2) / 1e6,
      lat: crossing.lat + (next(far) - far / 2) / 1e6,
      opened: new Date(Date.parse("2025-01-01T00:00:00+08:00") + next(365) * 86_400_000).toISOString(),
      due: final || next(5) === 0 ? null : new Date(now + (next(100) - 50) * 3_600_000).toISOString(),
    };
  });
  await db.query(sql`
    insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, type, district, area,
      point, department, parties, requests, overran, warn_at, due_at, search, record)
    select ${demoCity}, no, 'city-case', 1, 1, state, final, opened, ${new Date(now)}, '', type, left(area, 6), area,
      st_setsrid(st_makepoint(lng, lat), 4326), department, parties, '{}', '{}', due - interval '10 hours', due, '', '{}'
    from jsonb_to_recordset(${json(rows)}::jsonb) as r(no text, state text, final boolean, type text, area text,
      department text, parties text[], lng float8, lat float8, opened timestamptz, due timestamptz)`);
}
