import type { Words } from "@xiuhua/core/procedure";
import { attributeList, type AttributeKey } from "./attributes.ts";

/** Which column of a file is what. */
export type Columns = ReadonlyMap<"code" | AttributeKey, string>;

const codeNames = ["code", "GLBJBSM", "管理部件标识码", "部件标识码", "部件编码", "标识码"];

/**
 * Finds the columns by the standard's abbreviations, by their Chinese names or in English, whatever their case; a name that
 * a mapping gives comes first. `type` follows from the code and has no column.
 */
export function columnsOf(
  header: readonly string[],
  given: Readonly<Record<string, string>> = {},
): { readonly columns: Columns } | { readonly missing: Words } {
  const byName = new Map(header.map((name) => [folded(name), name]));
  const find = (key: string, names: readonly string[]): string | undefined => {
    const wanted = given[key] === undefined ? names : [given[key]];
    return wanted.map((name) => byName.get(folded(name))).find((name) => name !== undefined);
  };
  const columns = new Map<"code" | AttributeKey, string>();
  const code = find("code", codeNames);
  if (code !== undefined) columns.set("code", code);
  for (const { key, column, words, names } of attributeList) {
    const found = key === "type" ? undefined : find(key, [key, column, words.zh, ...names]);
    if (found !== undefined) columns.set(key, found);
  }
  const missing = (["code", "name", "lng", "lat"] as const).filter((key) => !columns.has(key));
  const said = {
    code: "GLBJBSM（管理部件标识码 / code）",
    name: "GLBJMC（管理部件名称 / name）",
    lng: "经度（lng）",
    lat: "纬度（lat）",
  };
  return missing.length === 0
    ? { columns }
    : {
        missing: {
          zh: `文件缺少列：${missing.map((key) => said[key]).join("、")}。文件中的列：${header.join("、")}。`,
          en: `The file lacks the column(s) ${missing.map((key) => said[key]).join(", ")}. It has: ${header.join(", ")}.`,
        },
      };
}

const folded = (name: string): string => name.trim().toLowerCase();
