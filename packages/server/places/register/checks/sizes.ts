import { sql, type Queryable } from "../../../store/index.ts";
import { rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";
import { metresText, type Measure } from "./measure.ts";

/** A cell is about 10,000 m² (万米网格); a fifth and five times of that is worth a look. Our own choice. */
const [small, large] = [2_000, 50_000];

export async function sizes(db: Queryable, draft: Draft, measure: Measure): Promise<Finding[]> {
  const { perSquareDegree } = measure;
  const rows = await db.query<FoundRow>(sql`
    select array[code] as codes, count(*) over () as total, ${metresText(measure, sql`size`)} || ' m²' as zh
    from (select code, st_area(outline) as size from ${rowsOf(draft)} d) sized
    where size not between ${small / perSquareDegree} and ${large / perSquareDegree}
    order by abs(ln(size * ${perSquareDegree} / 10000)) desc limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "hint",
    check: "size",
    what: {
      zh: `${count} 个网格的面积与一万平方米相差很大（小于 ${small} 或大于 ${large}）`,
      en: `${count} cells are far from 10,000 m² (below ${small} or above ${large})`,
    },
    remedy: {
      zh: "面积宜为一万平方米左右；公园、水面、厂区可以更大。",
      en: "About 10,000 m² is meant; parks, waters and works may be larger.",
    },
  }));
}

/** Serials run from west to east, then from north to south. Of neighbours in number this share may go another way. */
const tolerated = 0.2;

/** Communities whose cells are numbered otherwise: a next cell lies further north, or further west in the same row. */
export async function serialOrder(db: Queryable, draft: Draft): Promise<Finding[]> {
  const rows = await db.query<FoundRow>(sql`
    with middle as (
      select parent, code, st_x(st_centroid(outline)) as x, st_y(st_centroid(outline)) as y,
        st_ymax(outline) - st_ymin(outline) as height
      from ${rowsOf(draft)} d),
    step as (
      select parent, x, y, height, lead(x) over this as next_x, lead(y) over this as next_y
      from middle window this as (partition by parent order by code)),
    counted as (
      select parent, count(*) as steps, count(*) filter (
        where next_y - y > height / 2 or (abs(next_y - y) <= height / 2 and next_x < x)) as wrong
      from step where next_x is not null group by parent)
    select array[parent] as codes, count(*) over () as total, round(100.0 * wrong / steps) || '%' as zh
    from counted where steps >= 3 and wrong > steps * ${tolerated}::float8 order by parent limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "hint",
    check: "serial-order",
    what: {
      zh: `${count} 个社区的网格序号不是自西向东、自北向南`,
      en: `${count} communities number their cells otherwise than from west to east and north to south`,
    },
    remedy: {
      zh: "只是提示：已在使用的编码不要为此更改。",
      en: "A hint only: do not change codes that are in use for this.",
    },
  }));
}
