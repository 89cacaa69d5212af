import { createCity, chinaWorkingTime } from "../city/index.ts";
import { seedPhrases } from "../desk/index.ts";
import { hashPassword } from "../people/index.ts";
import { networkOf, saveAreas, saveCells, saveVersion } from "../places/index.ts";
import { json, sql, type Database } from "../store/index.ts";
import { cellsOf, type CellArea } from "./cells.ts";
import { network, outlines, organisation, people, phrases, type DemoGrant } from "./files.ts";

export const demoCity = "4108";

/** Everybody's password in the demo; the log-in page shows it, and only in demo mode. */
export const demoPassword = "xiuhua2022";

/** The demo city's areas, grid, roads, organisation and accounts. Cases are not among them: those are made by acting. */
export async function seedCity(db: Database, at = Date.now()): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await db.transaction(async (tx) => {
    await createCity(tx, {
      code: demoCity,
      name: { zh: "焦作市", en: "Jiaozuo" },
      demo: true,
      workingTime: chinaWorkingTime,
    });
    await saveAreas(tx, demoCity, outlines.features);
    await saveCells(tx, demoCity, cells());
    await saveVersion(tx, demoCity, {
      data: networkOf(network.features, "data/jiaozuo/network.json"),
      files: [],
      datum: "wgs84",
      at,
      by: "xiuhua demo",
      schematic: true,
      provenance: {
        zh: "示意路网：为演示而绘，道路、地点和门牌的位置都不是真实的。",
        en: "A schematic network, drawn for the demo: no road, place or house number stands where a real one does.",
      },
    });
    await tx.query(sql`
      insert into unit (city, id, parent, kind, name, area, department_keys, position)
      select ${demoCity}, u->>'id', u->>'parent', u->>'kind', u->'name', u->>'area',
        array(select jsonb_array_elements_text(coalesce(u->'departmentKeys', '[]'))), at
      from jsonb_array_elements(${json(organisation.units)}::jsonb) with ordinality as x(u, at) on conflict do nothing`);
    await tx.query(sql`
      insert into person (city, id, login, name, title, password_hash, demo)
      select ${demoCity}, p->>'login', p->>'login', p->'name', p->'title', ${passwordHash}, true
      from jsonb_array_elements(${json(people.people)}::jsonb) p on conflict do nothing`);
    await tx.query(sql`
      insert into role_grant (city, id, person, role, unit, area)
      select ${demoCity}, g->>'id', g->>'person', g->>'role', g->>'unit', g->>'area'
      from jsonb_array_elements(${json(grants())}::jsonb) g on conflict do nothing`);
    await seedPhrases(tx, demoCity, phrases.phrases);
  });
}

function cells() {
  return outlines.features.flatMap(({ properties, geometry }) => {
    const [ring] = geometry.coordinates;
    if (properties.cellMetres === undefined || !ring) return [];
    const area: CellArea = { code: properties.code, ring, cellMetres: properties.cellMetres };
    return cellsOf(area).map((cell) => ({
      code: cell.code,
      area: cell.area,
      outline: { type: "Polygon", coordinates: [cell.ring] },
    }));
  });
}

function grants(): (DemoGrant & { id: string; person: string })[] {
  return people.people.flatMap(({ login, grants: held }) =>
    held.map((grant, at) => ({ ...grant, id: `${login}-${at + 1}`, person: login })),
  );
}
