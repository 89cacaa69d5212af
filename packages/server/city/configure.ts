import { Type, type Static } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { json, sql, type Database } from "../store/index.ts";
import { loadCity } from "./city.ts";
import { CityProblem } from "./problem.ts";
import type { SettingsGroup } from "./settings-group.ts";

/** What a city decides for itself, as one document: working time and days, and the settings of each group. */
const CitySettings = Type.Object(
  { workingTime: Type.Unknown(), settings: Type.Record(Type.String(), Type.Unknown()) },
  { additionalProperties: false },
);
export type CitySettings = Static<typeof CitySettings>;

/** The document as it is, to be edited and handed to `configureCity`. Settings left out have their defaults. */
export async function readSettings(db: Database, code: string): Promise<CitySettings> {
  await loadCity(db, code);
  const [row] = await db.query<{ working_time: unknown; settings: Record<string, unknown> }>(
    sql`select working_time, settings from city where city = ${code}`,
  );
  return { workingTime: row?.working_time, settings: row?.settings ?? {} };
}

/**
 * Replaces the document: whole or not at all. Clocks that run keep the limits they were given; new ones follow the
 * new settings. A running server takes them up when it starts again.
 * @throws CityProblem when something does not fit; nothing is changed then
 */
export async function configureCity(
  db: Database,
  code: string,
  document: unknown,
  groups: Iterable<SettingsGroup>,
): Promise<void> {
  const parsed = parse(CitySettings, document);
  if (!parsed.ok) {
    const list = (language: "zh" | "en") =>
      parsed.problems.map((one) => `${one.field} ${one.message[language]}`).join("; ");
    throw new CityProblem({ zh: `设置文件有误：${list("zh")}`, en: `The settings do not fit: ${list("en")}` });
  }
  const { workingTime, settings } = parsed.value;
  const known = new Map([...groups].map((group) => [group.id, group]));
  const stranger = Object.keys(settings).find((id) => !known.has(id));
  if (stranger !== undefined)
    throw new CityProblem({ zh: `没有名为“${stranger}”的设置。`, en: `There are no settings “${stranger}”.` });
  await db.transaction(async (tx) => {
    await tx.query(sql`
      update city set working_time = ${json(workingTime)}::jsonb, settings = ${json(settings)}::jsonb,
        zone = coalesce(${json(workingTime)}::jsonb->'time'->>'zone', zone)
      where city = ${code}`);
    // Read back as the server would read it: what it refuses is rolled back.
    const city = await loadCity(tx, code);
    for (const group of known.values()) city.settings(group);
  });
}
