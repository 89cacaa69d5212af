import { Type, type Static, type TObject } from "typebox";
import { Value } from "typebox/value";
import {
  chinaDays,
  defaultWorkingTime,
  makeCalendar,
  weekdayDays,
  workingTimeProblem,
  WorkingTimeSchema,
  type Calendar,
  type WorkingTime,
} from "@xiuhua/core/calendar";
import { parse, type FieldProblem, type Words } from "@xiuhua/core/procedure";
import { json, sql, type Queryable } from "../store/index.ts";
import { fieldSettings, type FieldSettings } from "./field-settings.ts";
import { CityProblem } from "./problem.ts";
import type { SettingsGroup } from "./settings-group.ts";

/** The one city this process serves: its name, its time, its rules. */
export interface City {
  /** Key of every row, and the first digits of its case numbers and areas, such as `4108`. */
  readonly code: string;
  readonly name: Words;
  readonly zone: string;
  readonly demo: boolean;
  readonly calendar: Calendar;
  /** A procedure's or a capability's settings as this city has them, defaults filled in. @throws CityProblem */
  settings<Settings extends TObject>(group: SettingsGroup<Settings>): Static<Settings>;
  /** The city's settings for work in the street. */
  readonly field: FieldSettings;
}

/** Working time, and the days it knows: `china` (holidays and make-up days) or plain `weekdays`, with local exceptions. */
const WorkingTimeSetting = Type.Object({
  time: WorkingTimeSchema,
  days: Type.Union([Type.Literal("china"), Type.Literal("weekdays")]),
  off: Type.Optional(Type.Array(Type.String({ format: "date" }))),
  work: Type.Optional(Type.Array(Type.String({ format: "date" }))),
});
export interface WorkingTimeSetting {
  readonly time: WorkingTime;
  readonly days: "china" | "weekdays";
  readonly off?: readonly string[];
  readonly work?: readonly string[];
}

export const chinaWorkingTime: WorkingTimeSetting = { time: defaultWorkingTime, days: "china" };

export interface NewCity {
  readonly code: string;
  readonly name: Words;
  readonly demo: boolean;
  readonly workingTime: WorkingTimeSetting;
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** Writes the city's row; an existing one stays as it is. */
export async function createCity(db: Queryable, city: NewCity): Promise<void> {
  await db.query(sql`
    insert into city (city, name, zone, demo, working_time, settings)
    values (${city.code}, ${json(city.name)}::jsonb, ${city.workingTime.time.zone}, ${city.demo},
      ${json(city.workingTime)}::jsonb, ${json(city.settings ?? {})}::jsonb)
    on conflict (city) do nothing`);
}

/** Codes of the cities in this database. */
export async function cityCodes(db: Queryable): Promise<string[]> {
  const rows = await db.query<{ city: string }>(sql`select city from city order by city`);
  return rows.map((row) => row.city);
}

/** @throws when there is no such city, or its settings do not fit their schema: the message says which. */
export async function loadCity(db: Queryable, code: string): Promise<City> {
  const [row] = await db.query<{
    name: Words;
    zone: string;
    demo: boolean;
    working_time: unknown;
    settings: Record<string, unknown>;
  }>(sql`select name, zone, demo, working_time, settings from city where city = ${code}`);
  if (!row)
    throw new CityProblem({ zh: `数据库中没有城市 ${code}。`, en: `There is no city ${code} in this database.` });
  const working = parse(WorkingTimeSetting, row.working_time);
  if (!working.ok) throw misfit(code, { zh: "工作时间", en: "working time" }, working.problems);
  const unusable = workingTimeProblem(working.value.time);
  if (unusable)
    throw misfit(code, { zh: "工作时间", en: "working time" }, [
      { field: "/time", message: { zh: unusable, en: unusable } },
    ]);
  const { time, days, off, work } = working.value;
  const overrides = { ...(off ? { off } : {}), ...(work ? { work } : {}) };
  const calendar = makeCalendar(time, days === "china" ? chinaDays(overrides) : weekdayDays(overrides));
  const settled = new Map<string, unknown>();
  function settings<Settings extends TObject>(group: SettingsGroup<Settings>): Static<Settings> {
    const known = settled.get(group.id);
    const filled = parse(
      group.settings,
      known ?? Value.Default(group.settings, structuredClone(row?.settings[group.id] ?? {})),
    );
    if (!filled.ok) throw misfit(code, group.title, filled.problems);
    const fault = known === undefined ? group.fault?.(filled.value) : undefined;
    if (fault) throw misfit(code, group.title, [fault]);
    settled.set(group.id, filled.value);
    return filled.value;
  }
  return {
    code,
    name: row.name,
    zone: row.zone,
    demo: row.demo,
    calendar,
    settings,
    field: settings(fieldSettings),
  };
}

function misfit(code: string, what: Words, problems: readonly FieldProblem[]): CityProblem {
  const list = (language: keyof Words) => problems.map((one) => `${one.field} ${one.message[language]}`).join("; ");
  return new CityProblem({
    zh: `城市 ${code} 的“${what.zh}”设置有误：${list("zh")}`,
    en: `The settings “${what.en}” of city ${code} do not fit: ${list("en")}`,
  });
}
