import type { Database } from "../store/index.ts";
import { saveComponents, type Wanted } from "../components/index.ts";

/** The middle of the demo city, in the community 410802005002. */
export const middle = { lng: 113.2478, lat: 35.2404 };

/** A street lamp of the demo city, as a file would bring it. */
export function lamp(serial: number, changes: Readonly<Record<string, string | number | null>> = {}): Wanted {
  const code = `410802${"01037"}${String(serial).padStart(6, "0")}`;
  const attributes = { type: "01037", name: `${String(serial).padStart(3, "0")}号灯杆`, state: "intact", ...middle };
  return { code, attributes: { ...attributes, ...changes }, area: "410802005002", terms: "灯杆 灯 杆" };
}

export const putComponents = (db: Database, city: string, wanted: readonly Wanted[], at = 0) =>
  saveComponents(db, city, wanted, { kind: "imported", person: "import", at });
