import type { Words } from "@xiuhua/server/api";
import type { Area } from "../../../shared/api/index.ts";

export interface AreaNode {
  readonly value: string;
  readonly title: string;
  readonly children?: AreaNode[];
}

/** Areas as the tree that a select shows; an area whose parent is not there stands at the top. */
export function areaTree(areas: readonly Area[], say: (words: Words) => string): AreaNode[] {
  const codes = new Set(areas.map((area) => area.code));
  const below = new Map<string, Area[]>();
  for (const area of areas) {
    const parent = area.parent !== undefined && area.parent !== area.code && codes.has(area.parent) ? area.parent : "";
    below.set(parent, [...(below.get(parent) ?? []), area]);
  }
  const nodes = (parent: string): AreaNode[] =>
    (below.get(parent) ?? []).map((area) => {
      const children = nodes(area.code);
      return { value: area.code, title: say(area.name), ...(children.length > 0 ? { children } : {}) };
    });
  return nodes("");
}
