import { sql, type Queryable } from "../../../store/index.ts";
import { inForce, rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";
import { metresText, type Measure } from "./measure.ts";

/**
 * Gives a responsibility grid that came as an outline the cells whose middle it holds. Afterwards each has a list of cells,
 * whichever way the file wrote it, and people are by their id.
 */
export async function completeGrids(db: Queryable, draft: Draft): Promise<void> {
  const { city, kind, version } = draft;
  await db.query(sql`
    update place_draft d set
      cells = coalesce((select array_agg(distinct cell order by cell) from unnest(d.cells) cell), array(
        select c.code from ${inForce(city, "cells")} c
        where c.outline && d.outline and st_covers(d.outline, st_pointonsurface(c.outline)) order by c.code)),
      collector = coalesce((select p.id from person p where p.city = ${city} and p.login = d.collector), d.collector),
      name = coalesce(d.name, jsonb_build_object('zh', d.code, 'en', d.code))
    where d.city = ${city} and d.kind = ${kind} and d.version = ${version}`);
}

/** Each cell in one responsibility grid at most, each grid of whole cells that are there, with people who are there. */
export async function responsibility(db: Queryable, draft: Draft, measure: Measure): Promise<Finding[]> {
  const { city } = draft;
  const cells = inForce(city, "cells");
  const strangers = await db.query<FoundRow>(sql`
    select array[d.code, cell] as codes, count(*) over () as total from ${rowsOf(draft)} d cross join lateral unnest(d.cells) cell
    where not exists (select 1 from ${cells} c where c.code = cell) order by d.code, cell limit ${mostNamed}`);
  const shared = await db.query<FoundRow>(sql`
    select array[cell] || array_agg(d.code order by d.code) as codes, count(*) over () as total
    from ${rowsOf(draft)} d cross join lateral unnest(d.cells) cell
    group by cell having count(*) > 1 order by cell limit ${mostNamed}`);
  const empty = await db.query<FoundRow>(sql`
    select array[code] as codes, count(*) over () as total from ${rowsOf(draft)} d
    where cardinality(cells) = 0 order by code limit ${mostNamed}`);
  const split = await db.query<FoundRow>(sql`
    select array[d.code, c.code] as codes, count(*) over () as total,
      ${metresText(measure, sql`least(st_area(i.outline), st_area(c.outline) - st_area(i.outline))`)} || ' m²' as zh,
      st_x(st_pointonsurface(i.outline)) as lng, st_y(st_pointonsurface(i.outline)) as lat
    from ${rowsOf(draft)} d join ${cells} c on c.outline && d.outline
    cross join lateral (select st_intersection(c.outline, d.outline) as outline) i
    where st_relate(c.outline, d.outline, '2********') and not st_covers(d.outline, c.outline)
      and st_area(i.outline) > greatest(${measure.tolerance}, st_area(c.outline) * ${edge})
      and st_area(c.outline) - st_area(i.outline) > greatest(${measure.tolerance}, st_area(c.outline) * ${edge})
    order by st_area(i.outline) desc limit ${mostNamed}`);
  const nobody = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total, d.collector as zh from ${rowsOf(draft)} d
    where collector is not null and not exists (
      select 1 from person p where p.city = ${city} and p.id = d.collector and p.active)
    order by d.code limit ${mostNamed}`);
  const nowhere = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total, d.unit as zh from ${rowsOf(draft)} d
    where unit is not null and not exists (select 1 from unit u where u.city = ${city} and u.id = d.unit and u.active)
    order by d.code limit ${mostNamed}`);
  const left = await db.query<FoundRow>(sql`
    select array[c.code] as codes, count(*) over () as total from ${cells} c
    where not exists (select 1 from (select unnest(cells) as cell from ${rowsOf(draft)} d) g where g.cell = c.code) order by c.code limit ${mostNamed}`);
  return [
    ...findingOf(strangers, (count) => ({
      level: "error",
      check: "no-cell",
      what: { zh: `${count} 处写了不存在的单元网格`, en: `${count} times a cell is named that is not there` },
      remedy: {
        zh: "请改正单元网格编码；网格有变动的，先导入新的单元网格。",
        en: "Correct the codes; where the grid has changed, import it first.",
      },
    })),
    ...findingOf(shared, (count) => ({
      level: "error",
      check: "shared-cell",
      what: { zh: `${count} 个单元网格属于几个责任网格`, en: `${count} cells belong to several responsibility grids` },
      remedy: {
        zh: "一个单元网格只能属于一个责任网格：请只保留一处。",
        en: "A cell belongs to one responsibility grid: keep it in one.",
      },
    })),
    ...findingOf(empty, (count) => ({
      level: "error",
      check: "no-cells",
      what: { zh: `${count} 个责任网格没有单元网格`, en: `${count} responsibility grids have no cells` },
      remedy: {
        zh: "请写明所含单元网格的编码，或给出覆盖它们的范围；单元网格须先导入。",
        en: "Name their cells, or draw the outline around them; the unit grid has to be imported first.",
      },
    })),
    ...findingOf(split, (count) => ({
      level: "error",
      check: "split-cell",
      what: {
        zh: `${count} 处责任网格的边线穿过单元网格`,
        en: `${count} times the border of a responsibility grid cuts a cell`,
      },
      remedy: {
        zh: "责任网格由完整的单元网格组成：请让边线沿单元网格走，或直接写明所含编码。",
        en: "A responsibility grid is made of whole cells: draw its border along theirs, or name their codes instead.",
      },
    })),
    ...findingOf(nobody, (count) => ({
      level: "error",
      check: "no-person",
      what: {
        zh: `${count} 个责任网格的采集员不存在或已停用`,
        en: `${count} responsibility grids name a collector who is not there or not active`,
      },
      remedy: {
        zh: "请填写账号；先在“机构与人员”中建立人员，或将该项留空。",
        en: "Give the login; make the account on the page Organisation first, or leave it empty.",
      },
    })),
    ...findingOf(nowhere, (count) => ({
      level: "error",
      check: "no-unit",
      what: {
        zh: `${count} 个责任网格的单位不存在或已停用`,
        en: `${count} responsibility grids name a unit that is not there or not active`,
      },
      remedy: {
        zh: "请填写单位编号（机构与人员页），或将该项留空。",
        en: "Give the unit's id (page Organisation), or leave it empty.",
      },
    })),
    ...findingOf(left, (count) => ({
      level: "hint",
      check: "cell-without-grid",
      what: { zh: `${count} 个单元网格不属于任何责任网格`, en: `${count} cells belong to no responsibility grid` },
      remedy: { zh: "该处的案件找不到责任采集员。", en: "A case there finds no collector of its own." },
    })),
  ];
}

/** A share of a cell that a hand-drawn border may cut off. Our own choice. */
const edge = 0.1;
