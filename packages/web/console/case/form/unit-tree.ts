import type { Unit } from "@xiuhua/server/api";

export interface UnitNode {
  readonly unit: Unit;
  readonly selectable: boolean;
  readonly children: readonly UnitNode[];
}

/**
 * The organisation as a tree of what may be picked: units of the kinds offered (all, where none is named),
 * with the units above them shown so that one sees where they belong. Inactive units cannot be picked.
 */
export function unitTree(units: readonly Unit[], kinds: readonly string[]): UnitNode[] {
  const ids = new Set(units.map((unit) => unit.id));
  const below = new Map<string, Unit[]>();
  const roots: Unit[] = [];
  for (const unit of units) {
    if (unit.parent === undefined || !ids.has(unit.parent)) roots.push(unit);
    else below.set(unit.parent, [...(below.get(unit.parent) ?? []), unit]);
  }
  const grow = (unit: Unit): UnitNode[] => {
    const children = (below.get(unit.id) ?? []).flatMap(grow);
    const selectable = unit.active && (kinds.length === 0 || kinds.includes(unit.kind));
    return selectable || children.length > 0 ? [{ unit, selectable, children }] : [];
  };
  return roots.flatMap(grow);
}

/** Units to propose, best first: the server's proposal, then those the type names; each once, and only if offered. */
export function proposedUnits(
  units: readonly Unit[],
  kinds: readonly string[],
  proposed: string | undefined,
  named: readonly string[],
): Unit[] {
  const wanted = [...new Set([...(proposed === undefined ? [] : [proposed]), ...named])];
  return wanted.flatMap((id) =>
    units.filter((unit) => unit.id === id && unit.active && (kinds.length === 0 || kinds.includes(unit.kind))),
  );
}
