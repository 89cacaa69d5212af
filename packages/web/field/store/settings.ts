import type { FieldDatabase } from "./database.ts";

export const readSetting = (db: FieldDatabase, name: string): Promise<unknown> => db.get("settings", name);

export async function writeSetting(db: FieldDatabase, name: string, value: unknown): Promise<void> {
  await db.put("settings", value, name);
}
