import type { UnitInput } from "../api/index.ts";
import { json, sql, type Transaction } from "../store/index.ts";
import type { Change } from "./administration.ts";
import type { PeopleContext } from "./context.ts";
import { conflict, done, invalid, missing, type Outcome } from "../outcome.ts";

/** The organisation's units: a tree of bureaus, brigades, squadrons and offices. */
export interface Units {
  /** At the end of its siblings. */
  add(input: UnitInput): Promise<Outcome<null>>;
  /** Takes all of `input`: what is left out is taken away, but for `active`, which stays. */
  change(id: string, input: UnitInput): Promise<Outcome<null>>;
  /** Only one that was never used; a unit that has worked on cases is made inactive instead. */
  remove(id: string): Promise<Outcome<null>>;
}

export function makeUnits({ city }: PeopleContext, change: Change): Units {
  return {
    add: (input) =>
      change(async (tx) => {
        if (await exists(tx, input.id))
          return conflict({ zh: `单位编号“${input.id}”已被使用`, en: `The id “${input.id}” is taken` }, "/id");
        const checked = await check(tx, input.id, input);
        if (!checked.ok) return checked;
        await tx.query(sql`
          insert into unit (city, id, parent, kind, name, area, department_keys, active, position)
          values (${city}, ${input.id}, ${input.parent ?? null}, ${input.kind}, ${json(input.name)}::jsonb,
            ${input.area ?? null}, ${input.departmentKeys ?? []}::text[], ${input.active ?? true},
            (select coalesce(max(position), 0) + 1 from unit where city = ${city}))`);
        return done(null);
      }),
    change: (id, input) =>
      change(async (tx) => {
        if (!(await exists(tx, id))) return noSuchUnit;
        if (input.id !== id) return invalid("/id", { zh: "单位编号不能更改", en: "The id of a unit does not change" });
        const checked = await check(tx, id, input);
        if (!checked.ok) return checked;
        await tx.query(sql`
          update unit set parent = ${input.parent ?? null}, kind = ${input.kind}, name = ${json(input.name)}::jsonb,
            area = ${input.area ?? null}, department_keys = ${input.departmentKeys ?? []}::text[],
            active = coalesce(${input.active ?? null}::boolean, active)
          where city = ${city} and id = ${id}`);
        return done(null);
      }),
    remove: (id) =>
      change(async (tx) => {
        const [use] = await tx.query<{ below: boolean; held: boolean; used: boolean }>(sql`
          select exists (select 1 from unit where city = ${city} and parent = ${id}) as below,
            exists (select 1 from role_grant where city = ${city} and unit = ${id}) as held,
            exists (select 1 from cases where city = ${city} and parties && ${[id]}::text[]) as used`);
        if (use?.below === true)
          return conflict({
            zh: "该单位还有下级单位，不能删除。",
            en: "Units stand below this one; it can not be removed.",
          });
        if (use?.held === true)
          return conflict({
            zh: "该单位还有人员任职，不能删除。",
            en: "Persons hold roles at this unit; it can not be removed.",
          });
        if (use?.used === true)
          return conflict({
            zh: "该单位已办理过案件，不能删除，请改为停用。",
            en: "This unit has worked on cases; make it inactive instead of removing it.",
          });
        const rows = await tx.query(sql`delete from unit where city = ${city} and id = ${id} returning id`);
        return rows.length > 0 ? done(null) : noSuchUnit;
      }),
  };

  async function exists(tx: Transaction, id: string): Promise<boolean> {
    return (await tx.query(sql`select 1 from unit where city = ${city} and id = ${id}`)).length > 0;
  }

  async function check(tx: Transaction, id: string, { parent, area }: UnitInput): Promise<Outcome<null>> {
    if (parent !== undefined) {
      if (!(await exists(tx, parent)))
        return invalid("/parent", { zh: "没有这个上级单位", en: "There is no such unit" });
      const circle = await tx.query(sql`
        with recursive above as (
          select id, parent from unit where city = ${city} and id = ${parent}
          union
          select unit.id, unit.parent from unit join above on unit.id = above.parent where unit.city = ${city})
        select 1 from above where id = ${id}`);
      if (circle.length > 0 || parent === id)
        return invalid("/parent", {
          zh: "上级单位不能是本单位或其下级单位",
          en: "A unit can not stand below itself or one of its own",
        });
    }
    return area === undefined ? done(null) : checkArea(tx, city, area);
  }
}

const noSuchUnit = missing({ zh: "没有这个单位。", en: "There is no such unit." });

/** Whether the city has the area; the field is `/area`. */
export async function checkArea(tx: Transaction, city: string, area: string): Promise<Outcome<null>> {
  const found = await tx.query(sql`select 1 from area where city = ${city} and code = ${area} and valid_to is null`);
  return found.length > 0 ? done(null) : invalid("/area", { zh: "没有这个区域", en: "There is no such area" });
}
