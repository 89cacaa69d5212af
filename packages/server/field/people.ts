import { Type, type Static } from "typebox";
import type { Procedure } from "@xiuhua/core/procedure";
import { FieldPerson } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { iso, type FieldContext } from "./context.ts";
import { dutyColumns, shiftOf, type DutyRow } from "./duty.ts";
import { areaWithin, namedPerson, within, type Reach } from "./reach.ts";

export const FieldPeoplePage = Type.Object({ items: Type.Array(FieldPerson), next: Type.Optional(Type.String()) });
type FieldPeoplePage = Static<typeof FieldPeoplePage>;

interface Row extends DutyRow {
  readonly at: number | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly accuracy: number | null;
  readonly area: string | null;
  readonly cell: string | null;
  readonly received_at: number | null;
}

/** Who is on duty now, and where they were last. A position from before the shift is nobody's business. */
export function makeFieldPeople(context: FieldContext, procedures: Iterable<Procedure>) {
  const { db, city, directory, now } = context;
  const titles = new Map(
    [...procedures].flatMap((one) => Object.entries(one.roles).map(([id, { title }]) => [id, title])),
  );

  return async function list(reach: Reach, limit: number, after: string | undefined): Promise<FieldPeoplePage> {
    const rows = await db.query<Row>(sql`
      select ${dutyColumns}, l.at, l.lng, l.lat, l.accuracy, l.area, l.cell, l.received_at
      from duty d left join track_last l on l.city = d.city and l.person = d.person and l.at >= d.started_at
      where d.city = ${city.code} and d.ended_at is null and d.ends_at > ${new Date(now())}
        and ${within(reach, [sql`d.area`, sql`l.area`])}
        ${after === undefined ? sql.empty : sql`and d.person > ${after}`}
      order by d.person limit ${limit + 1}`);
    const shown = rows.slice(0, limit);
    const last = shown.at(-1);
    return { items: shown.map(present), ...(rows.length > limit && last ? { next: last.person } : {}) };
  };

  function present(row: Row): FieldPerson {
    const unit = row.unit === null ? undefined : directory.unit(row.unit);
    return {
      person: namedPerson(context, row.person),
      role: row.role,
      roleTitle: titles.get(row.role) ?? { zh: row.role, en: row.role },
      shift: shiftOf(row),
      ...(unit === undefined ? {} : { unit: { id: unit.id, name: unit.name } }),
      ...(row.at === null || row.lng === null || row.lat === null || row.accuracy === null
        ? {}
        : { position: { lng: row.lng, lat: row.lat, accuracy: row.accuracy, at: iso(row.at) } }),
      ...(row.area === null ? {} : { area: areaWithin(context, row.area) }),
      ...(row.cell === null ? {} : { cell: row.cell }),
      ...(row.received_at === null ? {} : { seenAt: iso(row.received_at) }),
    };
  }
}
