import { sql, type Queryable, type Sql } from "../../../store/index.ts";
import { inForce, rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";
import { metresText, type Measure } from "./measure.ts";

/** What the rows of one level are together, beside the area they lie in. In square degrees. */
interface Whole {
  readonly parent: string;
  readonly overlap: number;
  readonly gap: number;
  readonly outside: number;
}

/**
 * Seamless, without overlap, each within its area (codes.md §2). First each area's rows are made one and compared with the
 * area, which is quick; only where that does not agree the rows are looked at one by one.
 * @param partial the grid covers a part of the city only: what is missing at an area's border is none of our business
 */
export async function seams(db: Queryable, draft: Draft, measure: Measure, partial: boolean): Promise<Finding[]> {
  const parents = draft.kind === "areas" ? rowsOf(draft) : inForce(draft.city, "areas");
  const { tolerance } = measure;
  const wholes = await db.query<Whole>(sql`
    select w.parent, w.sum - st_area(w.outline) as overlap,
      coalesce(st_area(st_difference(p.outline, w.outline)), 0) as gap,
      coalesce(st_area(st_difference(w.outline, p.outline)), 0) as outside
    from (select parent, st_union(outline) as outline, sum(st_area(outline)) as sum
      from ${rowsOf(draft)} d where parent is not null group by parent) w
    left join ${parents} p on p.code = w.parent`);
  const where = (amount: (whole: Whole) => number): readonly string[] =>
    wholes.filter((whole) => amount(whole) > tolerance).map(({ parent }) => parent);
  return [
    ...(await overlaps(
      db,
      draft,
      measure,
      where(({ overlap }) => overlap),
    )),
    ...(await strays(
      db,
      draft,
      measure,
      parents,
      where(({ outside }) => outside),
    )),
    ...(await gaps(
      db,
      draft,
      measure,
      parents,
      where(({ gap }) => gap),
      partial,
    )),
  ];
}

async function overlaps(db: Queryable, draft: Draft, measure: Measure, parents: readonly string[]): Promise<Finding[]> {
  if (parents.length === 0) return [];
  const rows = await db.query<FoundRow>(sql`
    select array[one, other] as codes, count(*) over () as total, ${metresText(measure, sql`st_area(common)`)} || ' m²' as zh,
      st_x(st_pointonsurface(common)) as lng, st_y(st_pointonsurface(common)) as lat
    from (
      select a.code as one, b.code as other, st_intersection(a.outline, b.outline) as common
      from ${rowsOf(draft)} a join ${rowsOf(draft)} b
        on a.outline && b.outline and a.code < b.code and length(a.code) = length(b.code)
      where a.parent = any(${parents}) and st_relate(a.outline, b.outline, '2********')) met
    where st_area(common) > ${measure.tolerance} order by st_area(common) desc limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "error",
    check: "overlap",
    what: { zh: `${count} 处重叠`, en: `${count} overlaps` },
    remedy: {
      zh: "相邻的边线应当重合：请在制图软件中打开拓扑捕捉修正。测绘误差可用 --tolerance 平方米 放宽。",
      en: "Neighbours share their border: correct it with snapping switched on. For inaccurate surveys allow more by --tolerance SQUARE-METRES.",
    },
  }));
}

/** Rows that stick out of their area; one whose middle lies in another area is told of that. */
async function strays(
  db: Queryable,
  draft: Draft,
  measure: Measure,
  areas: Sql,
  parents: readonly string[],
): Promise<Finding[]> {
  if (parents.length === 0) return [];
  const rows = await db.query<FoundRow>(sql`
    select array[code] as codes, count(*) over () as total,
      metres || ' m² 在 ' || parent || ' 之外' || coalesce('，主要在 ' || elsewhere || ' 内', '') as zh,
      metres || ' m² outside ' || parent || coalesce(', most of it in ' || elsewhere, '') as en,
      st_x(middle) as lng, st_y(middle) as lat
    from (
      select d.code, d.parent, ${metresText(measure, sql`st_area(o.outline)`)} as metres, st_area(o.outline) as amount,
        st_pointonsurface(o.outline) as middle, (
          select e.code from ${areas} e where length(e.code) = length(p.code) and e.code <> p.code
            and st_covers(e.outline, st_pointonsurface(d.outline)) order by e.code limit 1) as elsewhere
      from ${rowsOf(draft)} d join ${areas} p on p.code = d.parent
      cross join lateral (select st_difference(d.outline, p.outline) as outline) o
      where d.parent = any(${parents}) and st_area(o.outline) > ${measure.tolerance}) stray
    order by amount desc limit ${mostNamed}`);
  const area =
    draft.kind === "areas" ? { zh: "上级区划", en: "the area above" } : { zh: "所属社区", en: "their community" };
  return findingOf(rows, (count) => ({
    level: "error",
    check: "outside-area",
    what: { zh: `${count} 个超出${area.zh}的边界`, en: `${count} cross the border of ${area.en}` },
    remedy: {
      zh: "网格不得跨社区，区划不得跨上级：请修正边线，或改正编码（编码的开头决定它属于哪里）。",
      en: "A cell may not cross its community, nor an area the one above: correct the outline, or the code, whose beginning says where it belongs.",
    },
  }));
}

async function gaps(
  db: Queryable,
  draft: Draft,
  measure: Measure,
  areas: Sql,
  parents: readonly string[],
  partial: boolean,
): Promise<Finding[]> {
  if (parents.length === 0) return [];
  const rows = await db.query<FoundRow & { readonly at_border: boolean }>(sql`
    with piece as (
      select p.code, (st_dump(st_difference(p.outline, w.outline))).geom as outline, st_boundary(p.outline) as border
      from (select parent, st_union(outline) as outline from ${rowsOf(draft)} d
        where parent = any(${parents}) group by parent) w
      join ${areas} p on p.code = w.parent),
    gap as (
      select code, outline, st_area(outline) as amount, st_intersects(outline, border) as at_border
      from piece where st_area(outline) > ${measure.tolerance})
    select codes, total, at_border, st_x(middle) as lng, st_y(middle) as lat, metres || ' m²' as zh from (
      select array[code] || array(
          select d.code from ${rowsOf(draft)} d
          where d.parent = gap.code and d.outline && gap.outline and st_intersects(d.outline, gap.outline)
          order by st_length(st_intersection(d.outline, gap.outline)) desc, d.code limit 3) as codes,
        at_border, count(*) over (partition by at_border) as total, amount, st_pointonsurface(outline) as middle,
        ${metresText(measure, sql`amount`)} as metres, row_number() over (partition by at_border order by amount desc) as nth
      from gap) ranked
    where nth <= ${mostNamed} order by amount desc`);
  const remedy = {
    zh: "相邻的边线应当重合，不留空隙：请补上缺少的网格或修正边线。测绘误差可用 --tolerance 平方米 放宽；只覆盖一部分的，加 --partial（边缘的空白只作提示）。",
    en: "Neighbours leave no gap: add what is missing, or correct the outlines. For inaccurate surveys allow more by --tolerance SQUARE-METRES; where only a part is meant to be covered add --partial, and what is missing at the edge is a hint.",
  };
  const between = rows.filter((row) => !row.at_border || !partial);
  const edge = rows.filter((row) => row.at_border && partial);
  const total = (list: readonly (FoundRow & { readonly at_border: boolean })[]): number =>
    [true, false].reduce((sum, side) => sum + (list.find(({ at_border }) => at_border === side)?.total ?? 0), 0);
  return [
    ...findingOf(withTotal(between.slice(0, mostNamed), total(between)), (count) => ({
      level: "error",
      check: "gap",
      what: { zh: `${count} 处空隙`, en: `${count} gaps` },
      remedy,
    })),
    ...findingOf(withTotal(edge, total(edge)), (count) => ({
      level: "hint",
      check: "not-covered",
      what: { zh: `${count} 处未被覆盖（部分覆盖）`, en: `${count} places are not covered (a part only)` },
      remedy: { zh: "该处的案件只有区划，没有网格。", en: "A case there has its area, but no cell." },
    })),
  ];
}

const withTotal = (rows: readonly FoundRow[], total: number): FoundRow[] => rows.map((row) => ({ ...row, total }));
