import { sql, type Queryable } from "../../../store/index.ts";
import { inForce, rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";
import { registers } from "../kinds.ts";

/** One code, one row. */
export async function duplicates(db: Queryable, draft: Draft): Promise<Finding[]> {
  const rows = await db.query<FoundRow>(sql`
    select array[code] as codes, count(*) over () as total,
      '第 ' || string_agg(at::text, '、' order by at) || ' 个要素' as zh,
      'features ' || string_agg(at::text, ', ' order by at) as en
    from (select code, at, count(*) over (partition by code) as times, row_number() over (partition by code order by at) as nth
      from ${rowsOf(draft)} d) counted
    where times > 1 and nth <= 5 group by code order by code limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "error",
    check: "duplicate-code",
    what: { zh: `${count} 个编码重复`, en: `${count} codes stand more than once` },
    remedy: {
      zh: "每个编码只能用一次：请改正，或删除多余的要素。同一网格分成几块的，请合并为一个多面（MultiPolygon）。",
      en: "A code is used once: correct them, or delete what is too many. Several pieces of one cell are one MultiPolygon.",
    },
  }));
}

/**
 * A code that was retired stays so (codes.md §2). It may come back with an outline that it had: then it is the same thing
 * again, as when an incomplete file is followed by the whole one.
 */
export async function reusedCodes(db: Queryable, draft: Draft): Promise<Finding[]> {
  if (draft.kind === "responsibilityGrids") return [];
  const { city, kind } = draft;
  const rows = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total,
      '停用于 ' || to_char(gone.at, 'YYYY-MM-DD') as zh, 'retired on ' || to_char(gone.at, 'YYYY-MM-DD') as en
    from ${rowsOf(draft)} d
    join lateral (
      select max(h.valid_to) as at from ${registers[kind].table} h
      where h.city = ${city} and h.code = d.code
      having not bool_or(st_equals(h.outline, d.outline))) gone on true
    where not exists (select 1 from ${inForce(city, kind)} v where v.code = d.code)
    order by d.code limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "error",
    check: "retired-code",
    what: {
      zh: `${count} 个编码已经停用，不能再用于别处`,
      en: `${count} codes were retired and cannot name something else`,
    },
    remedy: {
      zh: "请给这些要素新的编码（社区内最大序号之后）。",
      en: "Give them new codes, after the highest serial of the community.",
    },
  }));
}

/** Every area but the city lies in one that is there too. */
export async function orphans(db: Queryable, draft: Draft): Promise<Finding[]> {
  const { city } = draft;
  const rows = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total, '缺 ' || d.parent as zh, 'lacks ' || d.parent as en
    from ${rowsOf(draft)} d
    where d.parent <> ${city} and not exists (select 1 from ${rowsOf(draft)} p where p.code = d.parent)
    order by d.code limit ${mostNamed}`);
  return findingOf(rows, (count) => ({
    level: "error",
    check: "no-parent",
    what: { zh: `${count} 个区划的上级不在文件中`, en: `${count} areas have no parent in the file` },
    remedy: {
      zh: "请把上级的街道或区县一并导入。只更新一部分时加 --within 编码，其余保持不变。",
      en: "Import their sub-district or district along with them. To replace a part only, add --within CODE; the rest then stays.",
    },
  }));
}

/** A cell's code begins with its community's code, and there is such a community. */
export async function cellAreas(db: Queryable, draft: Draft): Promise<Finding[]> {
  const { city } = draft;
  const areas = inForce(city, "areas");
  const without = await db.query<FoundRow>(sql`
    select array[code] as codes, count(*) over () as total from ${rowsOf(draft)} d
    where parent is null order by code limit ${mostNamed}`);
  const strangers = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total,
      '没有社区 ' || left(d.code, 12) as zh, 'there is no community ' || left(d.code, 12) as en
    from ${rowsOf(draft)} d
    where length(d.parent) = 9 and left(d.code, 9) = d.parent and substr(d.code, 10, 3) <> '000'
      and exists (select 1 from ${areas} a where length(a.code) = 12 and left(a.code, 9) = d.parent)
    order by d.code limit ${mostNamed}`);
  const misnamed = await db.query<FoundRow>(sql`
    select array[d.code] as codes, count(*) over () as total,
      '文件中写的社区是 ' || d.parent as zh, 'the file says community ' || d.parent as en
    from ${rowsOf(draft)} d where not starts_with(d.code, d.parent) order by d.code limit ${mostNamed}`);
  return [
    ...findingOf(without, (count) => ({
      level: "error",
      check: "no-area",
      what: { zh: `${count} 个网格不在任何区划之内`, en: `${count} cells lie in no area` },
      remedy: {
        zh: "请先用 xiuhua import areas 导入区划，再导入网格。",
        en: "Import the areas first (xiuhua import areas), then the grid.",
      },
    })),
    ...findingOf(strangers, (count) => ({
      level: "error",
      check: "no-community",
      what: { zh: `${count} 个网格的社区不存在`, en: `${count} cells name a community that is not there` },
      remedy: {
        zh: "请改正网格编码的前 12 位，或先导入缺少的社区。",
        en: "Correct the first 12 digits of their codes, or import the missing communities first.",
      },
    })),
    ...findingOf(misnamed, (count) => ({
      level: "error",
      check: "code-of-community",
      what: {
        zh: `${count} 个网格的编码不以所属社区的编码开头`,
        en: `${count} cells have codes that do not begin with their community's`,
      },
      remedy: {
        zh: "单元网格编码由社区代码 12 位加序号组成：请改正编码或所属社区。",
        en: "A cell's code is its community's 12 digits and a serial: correct the code, or the community.",
      },
    })),
  ];
}
