import type { MultiPolygon, Polygon } from "geojson";
import { sql, type Queryable } from "../../store/index.ts";

/** A cell as it was from one version to another. */
export interface CellRecord {
  readonly area: string;
  /** The version that brought it; absent where that is from before versions were counted. */
  readonly version?: number;
  readonly validFrom: number;
  /** Absent while it is in force. */
  readonly validTo?: number;
  /** Days, as the register has them: 初始日期, 变更日期. */
  readonly initialOn?: string;
  readonly changedOn?: string;
  readonly outline: Polygon | MultiPolygon;
}

/** All that a code ever named, the newest first; empty for a code that was never used. */
export async function cellHistory(db: Queryable, city: string, code: string): Promise<CellRecord[]> {
  const rows = await db.query<{
    area: string;
    version: number | null;
    valid_from: number;
    valid_to: number | null;
    initial_on: string | null;
    changed_on: string | null;
    outline: CellRecord["outline"];
  }>(sql`
    select c.area, v.version, c.valid_from, c.valid_to, c.initial_on, c.changed_on, st_asgeojson(c.outline)::jsonb as outline
    from grid_cell c
    left join place_version v on v.city = ${city} and v.kind = 'cells' and v.in_force_from = c.valid_from
    where c.city = ${city} and c.code = ${code} order by c.valid_from desc`);
  return rows.map(({ area, outline, ...row }) => ({
    area,
    ...(row.version === null ? {} : { version: row.version }),
    validFrom: row.valid_from,
    ...(row.valid_to === null ? {} : { validTo: row.valid_to }),
    ...(row.initial_on === null ? {} : { initialOn: row.initial_on }),
    ...(row.changed_on === null ? {} : { changedOn: row.changed_on }),
    outline,
  }));
}
