import { sql, type Queryable, type Sql } from "../../../store/index.ts";
import { rowsOf, type Draft } from "../draft.ts";

/** How areas of the draft are measured: its outlines are in degrees, people think in square metres. */
export interface Measure {
  /** Square metres in a square degree, in the middle of the city. Half a percent either way changes nothing here. */
  readonly perSquareDegree: number;
  /** What may overlap, gape or stick out unnoticed, in square degrees. */
  readonly tolerance: number;
}

const earthMetres = 6_371_008.8;

/** @param tolerance in square metres */
export async function measureOf(db: Queryable, draft: Draft, tolerance: number): Promise<Measure> {
  const [row] = await db.query<{ lat: number | null }>(sql`
    select (st_ymin(box) + st_ymax(box)) / 2 as lat from (select st_extent(d.outline) as box from ${rowsOf(draft)} d) e`);
  const radians = Math.PI / 180;
  const perSquareDegree = (earthMetres * radians) ** 2 * Math.cos((row?.lat ?? 0) * radians);
  return { perSquareDegree, tolerance: tolerance / perSquareDegree };
}

/** Square metres of something in square degrees, as text: 0.3, 12, 10240. */
export const metresText = ({ perSquareDegree }: Measure, squareDegrees: Sql): Sql =>
  sql`(case when ${squareDegrees} * ${perSquareDegree}::float8 < 10
    then round((${squareDegrees} * ${perSquareDegree}::float8)::numeric, 1)
    else round((${squareDegrees} * ${perSquareDegree}::float8)::numeric) end)::text`;
