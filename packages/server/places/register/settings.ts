import { Type, type Static } from "typebox";
import { parse } from "@xiuhua/core/procedure";
import { Value } from "typebox/value";
import { sql, type Queryable } from "../../store/index.ts";
import type { Kind } from "./kinds.ts";

/** What a city decides about its places. */
export const placeSettings = {
  id: "places",
  title: { zh: "区划与网格", en: "Areas and grid" },
  settings: Type.Object(
    {
      cellCodeDigits: Type.Integer({
        minimum: 13,
        maximum: 20,
        default: 15,
        description: "单元网格编码位数：社区代码 12 位加序号，国标 15 位（GB/T 30428.1），运城为 16 位",
      }),
    },
    { additionalProperties: false },
  ),
} as const;
export type PlaceSettings = Static<typeof placeSettings.settings>;

export function codePatterns({ cellCodeDigits }: PlaceSettings): Readonly<Record<Kind, RegExp>> {
  return {
    areas: /^[1-9]\d{3}(\d{2}(\d{3}){0,2})?$/,
    cells: new RegExp(`^[1-9]\\d{${cellCodeDigits - 1}}$`),
    responsibilityGrids: /^[\w-]{1,32}$/,
  };
}

/** @throws when the city's settings do not fit: `city configure` lets none in that do not */
export async function readPlaceSettings(db: Queryable, city: string): Promise<PlaceSettings> {
  const [row] = await db.query<{ settings: unknown }>(
    sql`select settings->'places' as settings from city where city = ${city}`,
  );
  const filled = parse(placeSettings.settings, Value.Default(placeSettings.settings, row?.settings ?? {}));
  if (!filled.ok) throw new Error(`The settings “places” of city ${city} do not fit`);
  return filled.value;
}
