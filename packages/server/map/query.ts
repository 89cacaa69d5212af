import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseTileQuery } from "../api/index.ts";
import { bucketLevel, tallyGrain, type OpenTable, type Sight } from "../cases/index.ts";
import type { Tile } from "./tile.ts";

export const lights = ["red", "yellow", "green", "idle"] as const;

/** The light of an open case, as lists show it, by its number among `lights`; idle where no clock runs. */
export function lightAt(warn: number, due: number, now: number): 0 | 1 | 2 | 3 {
  if (due === Infinity) return 3;
  if (now > due) return 0;
  return now > warn ? 1 : 2;
}

/**
 * The open cases of a tile that are asked for and that this reader may see: the same conditions as a list's, and the same
 * gate (`seenBy`), made into marks on names before the first case is looked at.
 * @returns slots of the table
 */
export function openIn(table: OpenTable, tile: Tile, query: CaseTileQuery, sight: Sight, now: number): Uint32Array {
  if (query.open === false) return new Uint32Array(0);
  const tests = filterTests(table, query, now);
  const buckets = table.buckets(tile.z, tile.x, tile.y);
  const inside = insideOf(table, tile);
  if (sight.all) return chosen(buckets, tile.z > bucketLevel ? [inside, ...tests] : tests);
  const own = ownIn(table, sight);
  if (sight.areas.length === 0) {
    // Their own are few in a city: those are gone through, wherever they lie, unless the tile has even fewer.
    if (own.size < buckets.reduce((sum, { slots }) => sum + slots.length, 0))
      return chosen([{ slots: [...own] }], [inside, ...tests]);
    return chosen(buckets, [(slot) => own.has(slot), inside, ...tests]);
  }
  const areas = table.areas.marks((name) => name !== "" && sight.areas.some((code) => name.startsWith(code)));
  return chosen(buckets, [(slot) => areas[table.area[slot] ?? 0] === 1 || own.has(slot), inside, ...tests]);
}

/** What the reader had a hand in themselves, and what lay with their units in the procedures that they have a post in. */
function ownIn(table: OpenTable, sight: Sight): Set<number> {
  const own = table.partsOf(sight.persons);
  for (const { procedures, units } of sight.seats) {
    const theirs = table.states.marks((name) => procedures.includes(name.split("/")[0] ?? ""));
    for (const slot of table.partsOf(units)) if (theirs[table.state[slot] ?? 0] === 1) own.add(slot);
  }
  return own;
}

/** Whether a slot's case lies in a tile. */
function insideOf(table: OpenTable, tile: Tile): Test {
  const shift = tallyGrain - tile.z;
  return (slot) => (table.x[slot] ?? -1) >> shift === tile.x && (table.y[slot] ?? -1) >> shift === tile.y;
}

/** Slots that pass every test. */
function chosen(groups: readonly { readonly slots: readonly number[] }[], tests: readonly Test[]): Uint32Array {
  const found = new Uint32Array(groups.reduce((sum, { slots }) => sum + slots.length, 0));
  let count = 0;
  for (const { slots } of groups)
    for (const slot of slots)
      if (passes(tests, slot)) {
        found[count] = slot;
        count += 1;
      }
  return found.subarray(0, count);
}

type Test = (slot: number) => boolean;

function passes(tests: readonly Test[], slot: number): boolean {
  for (const test of tests) if (!test(slot)) return false;
  return true;
}

/** Whether the name in a column is marked. */
const marked =
  (column: Uint16Array, marks: Uint8Array): Test =>
  (slot) =>
    marks[column[slot] ?? 0] === 1;

function filterTests(table: OpenTable, query: CaseTileQuery, now: number): Test[] {
  const tests: Test[] = [];
  const { procedure, state, type, kind, department, area, from, to, colour } = query;
  if (procedure !== undefined || state?.length)
    tests.push(
      marked(
        table.state,
        table.states.marks((name) => {
          const [of = "", at = ""] = name.split("/");
          return (procedure === undefined || of === procedure) && (!state?.length || state.includes(at));
        }),
      ),
    );
  if (type !== undefined || kind !== undefined)
    tests.push(
      marked(
        table.type,
        table.types.marks(
          (name) =>
            name !== "" &&
            (type === undefined || (type.length <= 2 ? name.startsWith(type) : name === type)) &&
            // Component matters carry the component's code; its classes are 01 to 05 (GB/T 47678.5).
            (kind === undefined || name < "06" === (kind === "component")),
        ),
      ),
    );
  if (department !== undefined)
    tests.push(
      marked(
        table.department,
        table.departments.marks((name) => name === department),
      ),
    );
  if (area !== undefined && area.length > 4)
    tests.push(
      marked(
        table.area,
        table.areas.marks((name) => name.startsWith(area)),
      ),
    );
  if (from !== undefined || to !== undefined)
    tests.push(
      marked(
        table.month,
        table.months.marks((name) => (from === undefined || name >= from) && (to === undefined || name <= to)),
      ),
    );
  if (colour?.length) {
    const wanted = lights.map((light) => light !== "idle" && colour.includes(light));
    tests.push((slot) => wanted[lightAt(table.warn[slot] ?? Infinity, table.due[slot] ?? Infinity, now)] === true);
  }
  return tests;
}

/** Whether finished cases can be among those asked for. */
export function asksForFinished(query: CaseTileQuery, procedures: readonly Procedure[]): boolean {
  if (query.open === true || query.colour?.length) return false;
  if (!query.state?.length) return true;
  const wanted = new Set(query.state);
  for (const { states } of procedures)
    for (const [name, state] of Object.entries(states)) if (state.final === true && wanted.has(name)) return true;
  return false;
}
