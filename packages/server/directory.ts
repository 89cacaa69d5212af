import type { Directory } from "./cases/index.ts";
import type { People } from "./people/index.ts";

/** The organisation as cases ask for it. */
export function directoryOf(people: People["directory"]): Directory {
  return {
    unit: (id) => people.unit(id),
    person(id) {
      const person = people.person(id);
      return person && { id, name: person.name, active: person.active, grants: people.grantsOf(id) };
    },
    within: (unit, above) => people.within(unit, above),
    below: (unit) => people.unitsBelow(unit),
    unitsOf: (area) => people.units().flatMap((unit) => (unit.active && unit.area === area ? [unit.id] : [])),
    serving(key, area) {
      const fitting = people.units().filter((unit) => {
        if (!unit.active || !unit.departmentKeys.includes(key)) return false;
        return area === undefined || unit.area === undefined || area.startsWith(unit.area);
      });
      // The smaller the unit's area, the nearer it is: the street before the district before the city.
      return fitting.sort((one, other) => (other.area?.length ?? 0) - (one.area?.length ?? 0)).map((unit) => unit.id);
    },
  };
}
