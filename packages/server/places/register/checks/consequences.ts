import { sql, type Queryable } from "../../../store/index.ts";
import { inForce, rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";

/** What else names codes that would be retired. */
export async function consequences(db: Queryable, draft: Draft): Promise<Finding[]> {
  if (draft.kind === "areas") return [...(await unitsLeft(db, draft)), ...(await cellsLeft(db, draft))];
  return draft.kind === "cells" ? gridsLeft(db, draft) : [];
}

async function unitsLeft(db: Queryable, draft: Draft): Promise<Finding[]> {
  const { city } = draft;
  const rows = await db.query<FoundRow>(sql`
    select array[area] as codes, count(*) over () as total, string_agg(zh, '、' order by zh) as zh, string_agg(en, ', ' order by en) as en
    from (select area, name->>'zh' as zh, name->>'en' as en from unit where city = ${city} and active and area is not null
      union all
      select g.area, p.name->>'zh', p.name->>'en' from role_grant g join person p on p.city = ${city} and p.id = g.person
      where g.city = ${city} and g.area is not null and (g.valid_to is null or g.valid_to > now())) named
    where not exists (select 1 from ${rowsOf(draft)} d where d.code = named.area)
    group by area order by area limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "hint",
    check: "units-of-area",
    what: {
      zh: `${count} 个停用的区划仍是单位或岗位的辖区`,
      en: `units or posts still have ${count} of the retired areas`,
    },
    remedy: {
      zh: "启用后请在“机构与人员”中改为新的区划。",
      en: "Give them the new areas on the page Organisation afterwards.",
    },
  }));
}

async function cellsLeft(db: Queryable, draft: Draft): Promise<Finding[]> {
  const rows = await db.query<FoundRow>(sql`
    select array[area] as codes, count(*) over () as total, count(*) || ' 个网格' as zh, count(*) || ' cells' as en
    from ${inForce(draft.city, "cells")} c
    where not exists (select 1 from ${rowsOf(draft)} d where d.code = c.area)
    group by area order by area limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "hint",
    check: "cells-of-area",
    what: { zh: `${count} 个停用的区划里还有网格`, en: `${count} of the retired areas still have cells` },
    remedy: { zh: "启用后请导入新的网格。", en: "Import the new grid afterwards." },
  }));
}

async function gridsLeft(db: Queryable, draft: Draft): Promise<Finding[]> {
  const rows = await db.query<FoundRow>(sql`
    select array[r.code] as codes, count(*) over () as total, count(*) || ' 个网格' as zh, count(*) || ' cells' as en
    from ${inForce(draft.city, "responsibilityGrids")} r cross join lateral unnest(r.cells) as cell
    where not exists (select 1 from ${rowsOf(draft)} d where d.code = cell)
    group by r.code order by r.code limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "hint",
    check: "cells-of-grid",
    what: { zh: `${count} 个责任网格含有停用的网格`, en: `${count} responsibility grids hold retired cells` },
    remedy: { zh: "启用后请重新导入责任网格。", en: "Import the responsibility grids again afterwards." },
  }));
}
