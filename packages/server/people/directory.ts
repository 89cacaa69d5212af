import type { Words } from "@xiuhua/core/procedure";
import type { Unit } from "../api/index.ts";
import { second, type PeopleContext } from "./context.ts";
import { group } from "./group.ts";
import type { Reader } from "./reader.ts";
import { loadSnapshot, type DirectoryPerson, type HeldGrant, type Snapshot } from "./snapshot.ts";

/** Another process may have changed the organisation; after this long it is read again. Our own changes show at once. */
const staleAfter = 30 * second;

/** The organisation in memory: looking something up asks no database, so that deciding a case stays pure. */
export interface Directory {
  unit(id: string): Unit | undefined;
  /** In the order of the tree's own positions. */
  units(): readonly Unit[];
  person(id: string): DirectoryPerson | undefined;
  persons(): readonly DirectoryPerson[];
  /** The person's grants that count now: none of somebody inactive, none whose giver lost the role. */
  grantsOf(person: string): readonly HeldGrant[];
  /** Active persons who hold the role now; with `unit`, there or below. */
  holders(role: string, unit?: string): readonly DirectoryPerson[];
  /** Whether `unit` is `above` or stands below it. */
  within(unit: string, above: string): boolean;
  /** The unit itself and all below it. */
  unitsBelow(unit: string): readonly string[];
  /** Whether one area holds another: codes (6, 9, 12 digits, a cell's 15) begin with those they lie in. */
  covers(area: string, code: string): boolean;
  areaName(code: string): Words | undefined;
  /** The active person as a reader. */
  reader(person: string): Reader | undefined;
}

export interface LiveDirectory extends Directory {
  /** Reads it again, after a change. */
  refresh(): Promise<void>;
  /** Reads it again if it is old. */
  freshen(): Promise<void>;
}

export async function makeDirectory({ db, city, now }: PeopleContext): Promise<LiveDirectory> {
  let snapshot = await loadSnapshot(db, city);
  let below = unitsBelow(snapshot);
  let loadedAt = now();
  let loading: Promise<void> = Promise.resolve();
  let freshening: Promise<void> | undefined;

  const load = async () => {
    const at = now();
    const fresh = await loadSnapshot(db, city);
    [snapshot, below, loadedAt] = [fresh, unitsBelow(fresh), at];
  };
  // One after the other: a reading that began before a change must not count as having seen it.
  const refresh = () => (loading = loading.catch(() => undefined).then(load));

  const grantsOf = (id: string): readonly HeldGrant[] => {
    const person = snapshot.persons.get(id);
    if (person?.active !== true) return [];
    const at = now();
    return person.grants.filter((grant) => isInForce(snapshot, grant, at));
  };
  const within = (unit: string, above: string) => unit === above || (below.get(above)?.includes(unit) ?? false);

  return {
    refresh,
    freshen: async () => {
      // However many find it old at once, one reading serves them all.
      if (now() - loadedAt >= staleAfter) await (freshening ??= refresh().finally(() => (freshening = undefined)));
    },
    unit: (id) => snapshot.units.get(id),
    units: () => [...snapshot.units.values()],
    person: (id) => snapshot.persons.get(id),
    persons: () => [...snapshot.persons.values()],
    grantsOf,
    holders: (role, unit) =>
      [...snapshot.persons.values()].filter(({ id }) =>
        grantsOf(id).some((grant) => grant.role === role && (unit === undefined || within(grant.unit, unit))),
      ),
    within,
    unitsBelow: (unit) => below.get(unit) ?? [unit],
    covers: (area, code) => code.startsWith(area),
    areaName: (code) => snapshot.areaNames.get(code),
    reader(id) {
      const person = snapshot.persons.get(id);
      if (person?.active !== true) return undefined;
      const grants = grantsOf(id).map(({ role, unit, area, delegatedFrom }) => ({
        role,
        unit,
        ...(area === undefined ? {} : { area }),
        ...(delegatedFrom === undefined ? {} : { onBehalfOf: delegatedFrom }),
      }));
      return { person: id, language: person.language, grants };
    },
  };
}

/** Whether a grant counts at an instant. A lent one does as long as its giver holds the same role there themself. */
export function isInForce(snapshot: Snapshot, grant: HeldGrant, at: number): boolean {
  if (at < (grant.validFrom ?? -Infinity) || at >= (grant.validTo ?? Infinity)) return false;
  if (grant.delegatedFrom === undefined) return true;
  const giver = snapshot.persons.get(grant.delegatedFrom);
  return (
    giver?.active === true &&
    giver.grants.some(
      (own) =>
        own.delegatedFrom === undefined &&
        own.role === grant.role &&
        own.unit === grant.unit &&
        own.area === grant.area &&
        isInForce(snapshot, own, at),
    )
  );
}

/** For each unit itself and all below it. A circle, were there one, ends the walk instead of going round. */
function unitsBelow({ units }: Snapshot): ReadonlyMap<string, readonly string[]> {
  const children = group(units.values(), (unit) => unit.parent);
  const collect = (id: string, found: Set<string>): Set<string> => {
    if (found.has(id)) return found;
    found.add(id);
    for (const child of children.get(id) ?? []) collect(child.id, found);
    return found;
  };
  return new Map([...units.keys()].map((id) => [id, [...collect(id, new Set())]]));
}
