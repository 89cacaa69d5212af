import type { Unit } from "@xiuhua/server/api";

export interface UnitNode {
  readonly key: string;
  readonly value: string;
  readonly title: string;
  readonly unit: Unit;
  readonly children: UnitNode[];
}

/** Units as a tree; with words given, only those that bear them and what stands above. */
export function unitTree(units: readonly Unit[], say: (unit: Unit) => string, words = ""): UnitNode[] {
  const ids = new Set(units.map((unit) => unit.id));
  const wanted = words.trim().toLowerCase();
  const build = (parent: string | undefined): UnitNode[] =>
    units
      .filter((unit) =>
        // A unit whose parent is gone stands at the top rather than nowhere.
        parent === undefined ? unit.parent === undefined || !ids.has(unit.parent) : unit.parent === parent,
      )
      .map((unit) => ({ key: unit.id, value: unit.id, title: say(unit), unit, children: build(unit.id) }))
      .filter(
        ({ title, unit, children }) => children.length > 0 || `${title} ${unit.id}`.toLowerCase().includes(wanted),
      );
  return build(undefined);
}

/** Everything at and below a unit: what it cannot be moved under. */
export function withBelow(units: readonly Unit[], id: string): ReadonlySet<string> {
  const found = new Set([id]);
  let grown = true;
  while (grown) {
    grown = false;
    for (const unit of units)
      if (unit.parent !== undefined && found.has(unit.parent) && !found.has(unit.id)) {
        found.add(unit.id);
        grown = true;
      }
  }
  return found;
}
