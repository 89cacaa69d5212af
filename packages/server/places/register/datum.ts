import type { MultiPolygon, Polygon, Position } from "geojson";
import { convert, datums, type Datum } from "../network/index.ts";
import { json, sql, type Queryable, type Sql } from "../../store/index.ts";
import { inForce, type Draft } from "./draft.ts";
import type { Entry } from "./entry.ts";
import { same, type Finding } from "./findings.ts";
import type { Kind } from "./kinds.ts";
import { toWkb } from "./wkb.ts";

/** Of the shapes' area this share lies where it should not before we doubt; in the other datum it is a third at most. */
const [doubtful, clearly] = [0.02, 1 / 3];

const titles: Readonly<Record<Datum, string>> = {
  wgs84: "WGS 84 / CGCS2000",
  gcj02: "GCJ-02（高德、腾讯）",
  bd09: "BD-09（百度）",
};

/**
 * Would the file fit what the city has clearly better, had it been in another datum? GCJ-02 lies some 500 m off, so that
 * cells stick out of their communities everywhere. Compared are cells with the communities in force, areas with the
 * same areas of the version in force, responsibility grids with the cells in force.
 * @param read the datum in which the entries were read
 */
export async function doubtDatum(
  db: Queryable,
  { city, kind }: Draft,
  entries: readonly Entry[],
  read: Datum,
): Promise<Finding[]> {
  const misfit = async (datum: Datum): Promise<number | undefined> => {
    const shapes = entries.flatMap(({ code, outline }) =>
      outline ? [{ code, wkb: toWkb(asIf(outline, read, datum)) }] : [],
    );
    const [row] = await db.query<{ misfit: number | null }>(sql`
      with shape as (
        select code, st_geomfromwkb(decode(wkb, 'hex'), 4326) as outline
        from jsonb_to_recordset(${json(shapes)}::jsonb) as x(code text, wkb text)),
      sound as (select * from shape where st_isvalid(outline))
      select sum(off) / nullif(sum(whole), 0) as misfit from (${comparison(kind, city)}) compared`);
    return row?.misfit ?? undefined;
  };
  const now = await misfit(read);
  if (now === undefined || now < doubtful) return [];
  const others = [];
  for (const datum of datums.filter((one) => one !== read)) others.push({ datum, misfit: (await misfit(datum)) ?? 1 });
  const [best] = others.sort((one, other) => one.misfit - other.misfit);
  if (!best || best.misfit > now * clearly) return [];
  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  return [
    {
      level: "error",
      check: "datum",
      what: {
        zh: `文件的坐标基准可能不是 ${titles[read]}，而是 ${titles[best.datum]}：面积的 ${percent(now)} 与${against[kind].zh}对不上，按后者只有 ${percent(best.misfit)}。是吗？`,
        en: `The file may be in ${titles[best.datum]} rather than ${titles[read]}: ${percent(now)} of its area does not agree with ${against[kind].en}, and only ${percent(best.misfit)} if it is. Is it?`,
      },
      remedy: {
        zh: `若是，请用 --datum ${best.datum} 重新导入；若确认基准无误，请写 --datum ${read} --as-is。`,
        en: `If so, import it again with --datum ${best.datum}; if the datum is right all the same, say --datum ${read} --as-is.`,
      },
      count: 1,
      instances: [{ codes: [], detail: same(`--datum ${best.datum}`) }],
    },
  ];
}

/** Where an outline would be in WGS 84 had its file been in `datum`. */
function asIf(outline: Polygon | MultiPolygon, read: Datum, datum: Datum): Polygon | MultiPolygon {
  const move = ([lng = NaN, lat = NaN]: Position): Position => [
    ...convert(convert([lng, lat], "wgs84", read), datum, "wgs84"),
  ];
  const moved = (rings: readonly Position[][]): Position[][] => rings.map((ring) => ring.map(move));
  return outline.type === "Polygon"
    ? { type: "Polygon", coordinates: moved(outline.coordinates) }
    : { type: "MultiPolygon", coordinates: outline.coordinates.map(moved) };
}

const against = {
  areas: { zh: "现行区划", en: "the areas in force" },
  cells: { zh: "所属社区", en: "their communities" },
  responsibilityGrids: { zh: "单元网格", en: "the unit grid" },
} as const satisfies Readonly<Record<Kind, unknown>>;

/** Of each shape its area, and how much of it is not where it should be. */
function comparison(kind: Kind, city: string): Sql {
  switch (kind) {
    case "areas":
      return sql`
        select st_area(s.outline) as whole, st_area(st_difference(s.outline, a.outline)) as off
        from sound s join ${inForce(city, "areas")} a on a.code = s.code`;
    case "cells":
      return sql`
        select st_area(s.outline) as whole, st_area(st_difference(s.outline, a.outline)) as off
        from sound s join lateral (
          select outline from ${inForce(city, "areas")} p where p.code = any(array[left(s.code, 12), left(s.code, 9), left(s.code, 6)])
          order by length(code) desc limit 1) a on true`;
    case "responsibilityGrids":
      return sql`
        select st_area(s.outline) as whole, coalesce(st_area(st_symdifference(s.outline, u.outline)), st_area(s.outline)) as off
        from sound s cross join lateral (
          select st_union(c.outline) as outline from ${inForce(city, "cells")} c
          where c.outline && s.outline and st_covers(s.outline, st_pointonsurface(c.outline))) u`;
  }
}
