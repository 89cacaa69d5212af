import type { Words } from "@xiuhua/core/procedure";
import type { Shift, ShiftFilter, ShiftInput } from "../api/index.ts";
import { sql } from "../store/index.ts";
import type { Change } from "./administration.ts";
import { day, hour, type PeopleContext } from "./context.ts";
import { isoInstant, readInstant, readSpan } from "./instants.ts";
import { conflict, done, invalid, missing, type Outcome } from "../outcome.ts";
import { newId } from "./secrets.ts";

/** A shift of more than a day is a slip of the pen. */
const longest = 24 * hour;
/** A plan is read by weeks; half a year is the most at once. */
const widest = 184 * day;

/** Who is on duty when (排班). */
export interface Shifts {
  /** Those that touch the time asked for, in order of time. */
  list(filter: ShiftFilter): Promise<Outcome<Shift[]>>;
  add(input: ShiftInput): Promise<Outcome<Shift>>;
  change(id: string, input: ShiftInput): Promise<Outcome<Shift>>;
  remove(id: string): Promise<Outcome<null>>;
}

interface Row {
  readonly id: string;
  readonly person: string;
  readonly name: Words;
  readonly role: string;
  readonly starts_at: number;
  readonly ends_at: number;
  readonly note: string | null;
}

export function makeShifts({ db, city, now, random }: PeopleContext, change: Change): Shifts {
  const save = (id: string, input: ShiftInput, isNew: boolean): Promise<Outcome<Shift>> =>
    change(async (tx) => {
      const span = readSpan(input.startsAt, input.endsAt, { from: "/startsAt", to: "/endsAt" });
      if (!span.ok) return span;
      const [from, to] = [new Date(span.value.from), new Date(span.value.to)];
      if (span.value.to - span.value.from > longest)
        return invalid("/endsAt", { zh: "一个班次不能超过 24 小时", en: "A shift may last 24 hours at most" });
      const [person] = await tx.query<{ name: Words }>(sql`
        select name from person where city = ${city} and id = ${input.person} and active`);
      if (person === undefined)
        return invalid("/person", { zh: "没有这个人员，或已停用", en: "There is no such active person" });
      const held = await tx.query(sql`
        select 1 from role_grant where city = ${city} and person = ${input.person} and role = ${input.role}
          and (valid_from is null or valid_from < ${to}) and (valid_to is null or valid_to > ${from})`);
      if (held.length === 0)
        return invalid("/role", {
          zh: "此人届时不担任这个岗位",
          en: "This person does not hold the role at that time",
        });
      const overlap = await tx.query(sql`
        select 1 from shift where city = ${city} and person = ${input.person} and id <> ${id}
          and starts_at < ${to} and ends_at > ${from} and starts_at > ${new Date(span.value.from - longest)}`);
      if (overlap.length > 0)
        return conflict(
          { zh: "此人这段时间已有排班", en: "This person has a shift in that time already" },
          "/startsAt",
        );
      const [row] = await tx.query<Omit<Row, "name">>(
        isNew
          ? sql`insert into shift (city, id, person, role, starts_at, ends_at, note)
              values (${city}, ${id}, ${input.person}, ${input.role}, ${from}, ${to}, ${input.note ?? null})
              returning id, person, role, starts_at, ends_at, note`
          : sql`update shift set person = ${input.person}, role = ${input.role}, starts_at = ${from}, ends_at = ${to},
              note = ${input.note ?? null} where city = ${city} and id = ${id}
              returning id, person, role, starts_at, ends_at, note`,
      );
      return row === undefined ? noSuchShift : done(present({ ...row, name: person.name }));
    });

  return {
    async list(filter) {
      const start = filter.from === undefined ? done(now()) : readInstant(filter.from, "/from");
      if (!start.ok) return start;
      const end = filter.to === undefined ? done(start.value + 7 * day) : readInstant(filter.to, "/to");
      if (!end.ok) return end;
      if (end.value <= start.value || end.value - start.value > widest)
        return invalid("/to", {
          zh: "结束时间应晚于开始时间，且相距不超过半年",
          en: "The end must be after the beginning, by half a year at most",
        });
      const rows = await db.query<Row>(sql`
        select s.id, s.person, p.name, s.role, s.starts_at, s.ends_at, s.note
        from shift s join person p on p.city = s.city and p.id = s.person
        where s.city = ${city} and s.starts_at < ${new Date(end.value)} and s.ends_at > ${new Date(start.value)}
          and s.starts_at > ${new Date(start.value - longest)}
          ${filter.person === undefined ? sql.empty : sql`and s.person = ${filter.person}`}
          ${filter.role === undefined ? sql.empty : sql`and s.role = ${filter.role}`}
        order by s.starts_at, s.id`);
      return done(rows.map(present));
    },
    add: (input) => save(newId("shift", random), input, true),
    change: (id, input) => save(id, input, false),
    remove: (id) =>
      change(async (tx) => {
        const rows = await tx.query(sql`delete from shift where city = ${city} and id = ${id} returning id`);
        return rows.length > 0 ? done(null) : noSuchShift;
      }),
  };
}

const noSuchShift = missing({ zh: "没有这个班次。", en: "There is no such shift." });

function present({ name, starts_at: startsAt, ends_at: endsAt, note, ...row }: Row): Shift {
  return {
    ...row,
    personName: name,
    startsAt: isoInstant(startsAt),
    endsAt: isoInstant(endsAt),
    ...(note === null ? {} : { note }),
  };
}
