import { expect, test } from "vitest";
import { OpenTable, type OpenCase } from "./open-table.ts";

const one = (no: string, parties: readonly string[], lng = 113.2478): OpenCase => ({
  no,
  seq: 1,
  procedure: "city-case",
  state: "handling",
  type: null,
  department: null,
  area: null,
  parties,
  lng,
  lat: 35.2404,
  month: "2026-03",
  warn: Infinity,
  due: Infinity,
});

test("a party's cases are those it has a part in now", () => {
  const table = new OpenTable();
  const numbers = (...parties: string[]) =>
    [...table.partsOf(parties)].map((slot) => table.cases[slot]?.no ?? "").toSorted();
  table.put(one("a", ["collector1", "lighting"]));
  table.put(one("b", ["lighting"]));
  expect(numbers("lighting")).toEqual(["a", "b"]);
  expect(numbers("collector1", "lighting", "nobody")).toEqual(["a", "b"]);
  table.put(one("a", ["collector1", "greening"]));
  expect([numbers("lighting"), numbers("greening")]).toEqual([["b"], ["a"]]);
  table.remove("b");
  table.put(one("c", ["drainage"]));
  expect([numbers("lighting"), numbers("drainage")]).toEqual([[], ["c"]]);
});

test("a case that moved is found where it is now, and a place at the edge of the world is on the map", () => {
  const table = new OpenTable();
  const within = (zoom: number, column: number, row: number) =>
    table.buckets(zoom, column, row).flatMap(({ slots }) => slots.map((slot) => table.cases[slot]?.no));
  table.put(one("a", []));
  expect(within(14, 13_346, 6_476)).toEqual(["a"]);
  table.put(one("a", [], 113.3));
  expect(within(14, 13_346, 6_476)).toEqual([]);
  expect(within(0, 0, 0)).toEqual(["a"]);
  table.put(one("b", [], 180));
  expect(within(0, 0, 0)).toEqual(["a", "b"]);
});
