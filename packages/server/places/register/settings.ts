import { Type, type Static } from "typebox";
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

/** Of a city that has decided nothing yet. */
export const defaultPlaceSettings: PlaceSettings = { cellCodeDigits: 15 };
