import type { CatalogueType, Kind } from "./type.ts";

/**
 * Finds a type by any code in use for it:
 * - `07001`: five digits of GB/T 47678.5-2026, for a component also its matter (名称＋异常);
 * - `41081107001`: the 11 digits of a matter code (事项代码), county and then the five;
 * - `E0201`, `C0101`, `2013:E0201`: the four digits of GB/T 30428.2-2013 with their kind;
 * - `0201`, `2013:0201`: the bare four digits. Components and events share these numbers, so the bare ones are answered only
 *   where one kind alone has them, or where `kind` says which is meant. A guess would file the wrong case.
 */
export type Lookup = (code: string, kind?: Kind) => CatalogueType | undefined;

const letter = (kind: Kind): string => (kind === "component" ? "C" : "E");

export function lookupOf(types: readonly CatalogueType[]): Lookup {
  const byCode = new Map(types.map((type) => [type.code, type]));
  const by2013 = new Map(
    types.flatMap((type) => (type.code2013 === undefined ? [] : [[letter(type.kind) + type.code2013, type] as const])),
  );
  const bare = (code: string, kind: Kind | undefined): CatalogueType | undefined => {
    if (kind !== undefined) return by2013.get(letter(kind) + code);
    const component = by2013.get(`C${code}`);
    const event = by2013.get(`E${code}`);
    return component === undefined ? event : event === undefined ? component : undefined;
  };
  return (code, kind) => {
    const old = code.replace(/^2013:/, "");
    const found =
      byCode.get(code) ??
      (/^\d{11}$/.test(code) ? byCode.get(code.slice(6)) : undefined) ??
      by2013.get(old) ??
      (/^\d{4}$/.test(old) ? bare(old, kind) : undefined);
    return kind === undefined || found?.kind === kind ? found : undefined;
  };
}
