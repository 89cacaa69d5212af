import { sql, type Queryable } from "../../../store/index.ts";
import { rowsOf, type Draft } from "../draft.ts";
import { findingOf, mostNamed, type Finding, type FoundRow } from "../findings.ts";

/** What PostGIS (GEOS) says of a polygon that is none, in Chinese. */
const reasons: Readonly<Record<string, string>> = {
  "Self-intersection": "边线自相交",
  "Ring Self-intersection": "边线自相接",
  "Hole lies outside shell": "洞在外边线之外",
  "Holes are nested": "洞中有洞",
  "Interior is disconnected": "内部被隔断",
  "Nested shells": "多面的部分互相包含",
  "Duplicate Rings": "边线重复",
  "Too few points in geometry component": "角点太少",
};

/** Outlines that cross themselves and the like; every other look at shapes needs sound ones. */
export async function brokenShapes(db: Queryable, draft: Draft): Promise<Finding[]> {
  const rows = await db.query<FoundRow & { reason: string }>(sql`
    select array[code] as codes, count(*) over () as total, reason(v) as reason, st_x(location(v)) as lng, st_y(location(v)) as lat
    from (select code, st_isvaliddetail(outline) as v from ${rowsOf(draft)} d where outline is not null) looked
    where not valid(v) order by code limit ${mostNamed}`);
  const named = rows.map(({ reason, ...row }) => ({ ...row, zh: reasons[reason] ?? reason, en: reason }));
  return findingOf(named, (count) => ({
    level: "error",
    check: "crossed-outline",
    what: { zh: `${count} 个图形无效`, en: `${count} outlines are no sound polygons` },
    remedy: {
      zh: "请在所示位置修正边线（如 QGIS：矢量 › 几何工具 › 检查有效性 / 修复几何），再重新导出。",
      en: "Correct the outline where shown (QGIS: Vector › Geometry Tools › Check Validity, Fix Geometries) and export again.",
    },
  }));
}
