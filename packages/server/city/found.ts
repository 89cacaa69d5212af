import { json, sql, type Queryable } from "../store/index.ts";
import { createCity, type NewCity } from "./city.ts";

/** The first administrator, from whom all other accounts come. */
export interface FirstAdministrator {
  readonly login: string;
  readonly passwordHash: string;
}

/** A real city's beginning: its row, the bureau as the root of the organisation, one administrator there. */
export async function foundCity(db: Queryable, city: NewCity, administrator: FirstAdministrator): Promise<void> {
  const bureau = { zh: `${city.name.zh}城市管理局`, en: `${city.name.en} Urban Management Bureau` };
  await createCity(db, city);
  await db.query(sql`
    insert into unit (city, id, kind, name, area) values (${city.code}, 'city-bureau', 'bureau', ${json(bureau)}::jsonb, ${city.code})`);
  await db.query(sql`
    insert into person (city, id, login, name, password_hash)
    values (${city.code}, ${administrator.login}, ${administrator.login}, ${json({ zh: "系统管理员", en: "Administrator" })}::jsonb, ${administrator.passwordHash})`);
  await db.query(sql`
    insert into role_grant (city, id, person, role, unit, area)
    values (${city.code}, ${`${administrator.login}-1`}, ${administrator.login}, 'administrator', 'city-bureau', ${city.code})`);
}
