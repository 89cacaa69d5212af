import { randomUUID } from "node:crypto";
import type { FieldShift } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { sql } from "../store/index.ts";
import { day, hour, iso, minute, type FieldContext } from "./context.ts";

/** Roles that go out, in the order in which somebody with several is taken to go out. */
const fieldRoles = ["collector", "handler", "supervisor", "departmentOfficer"] as const;

/** So long before the roster says one may begin and it counts as that shift (our own choice). */
const early = 2 * hour;

/** A phone that was offline may tell of a shift that began so long ago. */
const latest = day;

export interface DutyRow {
  readonly id: string;
  readonly person: string;
  readonly role: string;
  readonly unit: string | null;
  readonly started_at: number;
  readonly ended_at: number | null;
  readonly ends_at: number;
  readonly planned_from: number | null;
  readonly planned_to: number | null;
}

export const dutyColumns = sql`d.id, d.person, d.role, d.unit, d.started_at, d.ended_at, d.ends_at, d.planned_from, d.planned_to`;

export function shiftOf(row: DutyRow): FieldShift {
  return {
    id: row.id,
    role: row.role,
    startedAt: iso(row.started_at),
    endsAt: iso(row.ends_at),
    ...(row.ended_at === null ? {} : { endedAt: iso(row.ended_at) }),
    ...(row.planned_from === null || row.planned_to === null
      ? {}
      : { planned: { startsAt: iso(row.planned_from), endsAt: iso(row.planned_to) } }),
  };
}

interface Planned {
  readonly role: string;
  readonly starts_at: number;
  readonly ends_at: number;
}

/**
 * Being on duty: begun and ended by the person, bounded by the roster, never longer than the city allows.
 * @param stirred told of the area in which somebody began or ended
 */
export function makeDuty({ db, city, now }: FieldContext, stirred: (area: string | undefined) => void) {
  const code = city.code;

  /** The shift under way. One past its end is none, whether it was tidied up or not. */
  async function current(person: string): Promise<DutyRow | undefined> {
    const [row] = await db.query<DutyRow>(sql`
      select ${dutyColumns} from duty d
      where d.city = ${code} and d.person = ${person} and d.ended_at is null and d.ends_at > ${new Date(now())}`);
    return row;
  }

  /** The roster's shift at an instant, or the one that comes next within `ahead`. */
  async function planned(person: string, at: number, ahead: number): Promise<Planned | undefined> {
    const [row] = await db.query<Planned>(sql`
      select role, starts_at, ends_at from shift
      where city = ${code} and person = ${person} and starts_at <= ${new Date(at + ahead)} and ends_at > ${new Date(at)}
        and starts_at > ${new Date(at - day)}
      order by starts_at limit 1`);
    return row;
  }

  /** Ends what ran over. Returns how many. */
  async function endOverdue(person?: string): Promise<number> {
    const rows = await db.query(sql`
      update duty set ended_at = ends_at where city = ${code} and ended_at is null and ends_at <= ${new Date(now())}
        ${person === undefined ? sql.empty : sql`and person = ${person}`} returning id`);
    return rows.length;
  }

  return {
    current,
    planned,
    endOverdue,

    /** Begins a shift; who is on duty stays so. @throws ProblemAnswer */
    async start(reader: Reader, said: number): Promise<FieldShift> {
      const at = Math.min(said, now());
      if (at < now() - latest) throw tooLongAgo();
      await endOverdue(reader.person);
      const roster = await planned(reader.person, at, early);
      const role = roster?.role ?? fieldRoles.find((one) => reader.grants.some((grant) => grant.role === one));
      if (role === undefined) throw noFieldRole();
      const grant = reader.grants.find((one) => one.role === role);
      const endsAt = roster
        ? roster.ends_at + city.field.shiftGraceMinutes * minute
        : at + city.field.shiftHours * hour;
      await db.query(sql`
        insert into duty (city, id, person, role, unit, area, started_at, ends_at, planned_from, planned_to)
        values (${code}, ${randomUUID()}, ${reader.person}, ${role}, ${grant?.unit ?? null}, ${grant?.area ?? null},
          ${new Date(at)}, ${new Date(endsAt)}, ${roster ? new Date(roster.starts_at) : null},
          ${roster ? new Date(roster.ends_at) : null})
        on conflict (city, person) where ended_at is null do nothing`);
      const row = await latestOf(reader.person);
      if (row === undefined) throw notOnDuty();
      stirred(grant?.area);
      return shiftOf(row);
    },

    /** Ends the shift; one that is over stays as it ended. @throws ProblemAnswer */
    async end(reader: Reader, said: number): Promise<FieldShift> {
      const at = new Date(Math.min(said, now()));
      await db.query(sql`
        update duty set ended_at = greatest(started_at, least(ends_at, ${at}::timestamptz))
        where city = ${code} and person = ${reader.person} and ended_at is null`);
      const row = await latestOf(reader.person);
      if (row === undefined) throw notOnDuty();
      stirred(reader.grants.find(({ role }) => role === row.role)?.area);
      return shiftOf(row);
    },

    /** Shifts that touch a stretch of time. */
    async between(person: string, from: number, to: number): Promise<DutyRow[]> {
      return db.query<DutyRow>(sql`
        select ${dutyColumns} from duty d
        where d.city = ${code} and d.person = ${person} and d.started_at < ${new Date(to)}
          and coalesce(d.ended_at, d.ends_at) > ${new Date(from)} and d.started_at > ${new Date(from - 2 * day)}
        order by d.started_at`);
    },
  };

  async function latestOf(person: string): Promise<DutyRow | undefined> {
    const [row] = await db.query<DutyRow>(sql`
      select ${dutyColumns} from duty d where d.city = ${code} and d.person = ${person}
      order by d.started_at desc limit 1`);
    return row;
  }
}

export type Duty = ReturnType<typeof makeDuty>;

const tooLongAgo = () => {
  const message = { zh: "到岗时间不能早于 24 小时前", en: "A shift cannot have begun more than 24 hours ago" };
  return problem(422, "rule", message, [{ field: "/at", message }]);
};

const noFieldRole = () =>
  problem(403, "wrong-role", {
    zh: "您没有外勤岗位，也没有排班",
    en: "You hold no post in the street and have no shift",
  });

const notOnDuty = () => problem(409, "conflict", { zh: "您尚未到岗", en: "You are not on duty" });
