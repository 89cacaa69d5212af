import { json, sql, type Queryable } from "../../store/index.ts";
import type { CheckOptions } from "./checks/index.ts";
import { rowsOf, type Draft } from "./draft.ts";
import type { Finding } from "./findings.ts";
import { versionsInForce } from "./versions.ts";

/** Notes that a draft was checked, against which versions of the other kinds, and what hints there were. */
export async function keepChecked(
  db: Queryable,
  draft: Draft,
  { tolerance, partial }: CheckOptions,
  hints: readonly Finding[],
): Promise<void> {
  const { city, kind, version } = draft;
  const present = await versionsInForce(db, city);
  await db.query(sql`
    update place_version set state = 'draft', hints = ${json(hints)}::jsonb, checked_with = ${json(present)}::jsonb,
      allowing = ${json({ tolerance, partial })}::jsonb, features = (select count(*) from ${rowsOf(draft)} d)
    where city = ${city} and kind = ${kind} and version = ${version}`);
}
