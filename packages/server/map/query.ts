import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseTileQuery } from "../api/index.ts";
import { bucketLevel, partyWidth, type OpenTable, type Sight } from "../cases/index.ts";
import type { Tile } from "./tile.ts";

export type Light = "red" | "yellow" | "green" | "idle";

/** The light of an open case, as lists show it; idle where no clock runs. */
export function lightOf(warn: number, due: number, now: number): Light {
  if (due === Infinity) return "idle";
  if (now > due) return "red";
  return now > warn ? "yellow" : "green";
}

/**
 * The open cases of a tile that are asked for and that this reader may see: the same conditions as a list's, and the same
 * gate (`sees`), made into marks on names before the first case is looked at.
 * @returns slots of the table, square by square
 */
export function openIn(table: OpenTable, tile: Tile, query: CaseTileQuery, sight: Sight, now: number): number[] {
  if (query.open === false) return [];
  const tests = [...filterTests(table, query, now), ...sightTests(table, sight)];
  const slots: number[] = [];
  const side = 2 ** tile.z;
  const inside = (slot: number) =>
    Math.floor((table.x[slot] ?? -1) * side) === tile.x && Math.floor((table.y[slot] ?? -1) * side) === tile.y;
  if (tile.z > bucketLevel) tests.unshift(inside);
  for (const bucket of table.buckets(tile.z, tile.x, tile.y))
    for (const slot of bucket.slots) if (passes(tests, slot)) slots.push(slot);
  return slots;
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
    const wanted = new Set<Light>(colour);
    tests.push((slot) => wanted.has(lightOf(table.warn[slot] ?? Infinity, table.due[slot] ?? Infinity, now)));
  }
  return tests;
}

/** The gate `sees`, over marks. */
function sightTests(table: OpenTable, sight: Sight): Test[] {
  if (sight.all) return [];
  const areas = table.areas.marks((name) => name !== "" && sight.areas.some((code) => name.startsWith(code)));
  const parties = table.partyNames.marks((name) => sight.persons.has(name) || sight.units.has(name));
  return [
    (slot) => {
      if (areas[table.area[slot] ?? 0] === 1) return true;
      for (let at = slot * partyWidth, end = at + partyWidth; at < end; at += 1) {
        const party = table.parties[at] ?? 0;
        if (party === 0) return false;
        if (parties[party - 1] === 1) return true;
      }
      return table.crowds.get(slot)?.some((party) => parties[party - 1] === 1) ?? false;
    },
  ];
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
