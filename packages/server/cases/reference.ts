import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Reference } from "@xiuhua/core/procedure";
import type { Places } from "../places/index.ts";

/** What the organisation answers from memory. */
export interface Directory {
  unit: Reference["unit"];
  person: Reference["person"];
  within: Reference["within"];
  /** The unit and all below it. */
  below: (unit: string) => readonly string[];
  /** Active units that serve a department key at a place: the one for the smallest area first, citywide ones last. */
  serving(departmentKey: string, area: string | undefined): readonly string[];
  /** Active units whose own area is exactly this, in the order of the tree. */
  unitsOf(area: string): readonly string[];
}

/** What the input names and memory does not hold: cases by number, components by code. */
export interface Linked {
  readonly cases: ReadonlyMap<string, NonNullable<ReturnType<Reference["linked"]>>>;
  readonly components: ReadonlyMap<string, NonNullable<ReturnType<Reference["component"]>>>;
}

export const nothingLinked: Linked = { cases: new Map(), components: new Map() };

/** Everything a procedure may look up, out of the capabilities' memories. */
export function makeReference(
  sources: {
    readonly catalogue: Catalogue;
    readonly directory: Directory;
    readonly places: Places;
    readonly openWorld?: boolean;
  },
  linked: Linked = nothingLinked,
): Reference {
  const { catalogue, directory, places } = sources;
  return {
    type: (code) => catalogue.type(code),
    criterion: (id) => catalogue.criterion(id),
    unit: (id) => directory.unit(id),
    person: (id) => directory.person(id),
    within: (unit, above) => directory.within(unit, above),
    locate: (lng, lat) => places.locate(lng, lat),
    linked: (no) => linked.cases.get(no),
    component: (code) => linked.components.get(code),
  };
}
