import fc from "fast-check";
import { expect, test } from "vitest";
import { placeTarget } from "../shell/search-target.ts";
import { listFilterOf, readMap, tileQueryOf, writeMap, type MapState } from "./map-state.ts";

const months = fc
  .integer({ min: 2019, max: 2027 })
  .chain((year) => fc.integer({ min: 1, max: 12 }).map((month) => `${year}-${String(month).padStart(2, "0")}`));
const maps: fc.Arbitrary<MapState> = fc
  .record(
    {
      from: months,
      to: months,
      shape: fc.constantFrom(
        { kind: "box" as const, text: "113.2,35.1,113.3,35.3" },
        { kind: "polygon" as const, text: "1,1,2,1,2,2" },
      ),
      at: fc.constant({ zoom: 12.5, lng: 113.24, lat: 35.22 }),
      place: fc.constant({ lng: 113.2478, lat: 35.2404, radius: 14, reading: "和平街与文化巷交叉口东30米路南" }),
    },
    { requiredKeys: [] },
  )
  .chain((rest) =>
    fc
      .record({
        view: fc.constantFrom("points" as const, "heat" as const),
        open: fc.constantFrom("open" as const, "closed" as const, "both" as const),
        filter: fc.constantFrom<MapState["filter"][]>(
          {},
          { type: "07" },
          { state: ["handling"], colour: ["red"], area: "410802" },
        ),
      })
      .map((first) => ({ ...first, ...rest })),
  );

test("a map comes back from its address as it was", () => {
  fc.assert(
    fc.property(maps, (map) => {
      const address = writeMap(map).toString();
      expect(readMap(new URLSearchParams(address))).toEqual(map);
    }),
  );
});

test("any address at all gives a map that is stable", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (address) => {
      const map = readMap(new URLSearchParams(address));
      expect(readMap(writeMap(map))).toEqual(map);
    }),
  );
});

test("the search box's way to a place is one that the map reads", () => {
  const found = { lng: 113.2478, lat: 35.2404, radius: 14, reading: "和平街与文化巷交叉口东30米路南" };
  expect(readMap(new URLSearchParams(placeTarget(found).split("?")[1])).place).toEqual(found);
});

test("a place that is nowhere, or without a name, is no place", () => {
  const read = (address: string) => readMap(new URLSearchParams(address)).place;
  expect(read("lng=113&lat=35&radius=20&q=x")).toEqual({ lng: 113, lat: 35, radius: 20, reading: "x" });
  for (const bad of [
    "lng=113&lat=95&radius=20&q=x",
    "lng=113&radius=20&q=x",
    "lng=113&lat=35&radius=-1&q=x",
    "lng=113&lat=35&radius=9",
  ])
    expect(read(bad), bad).toBeUndefined();
});

test("open cases are shown unless something else is asked for", () => {
  expect(tileQueryOf(readMap(new URLSearchParams()))).toEqual({ open: true });
  expect(tileQueryOf(readMap(new URLSearchParams("open=any&view=heat&from=2026-01&type=07")))).toEqual({
    view: "heat",
    from: "2026-01",
    type: "07",
  });
});

test("the list has the cases of the map: of the shape, else of what is in sight; whole months in the city's time", () => {
  const map = readMap(new URLSearchParams("from=2026-01&to=2026-02&polygon=1,1,2,1,2,2&open=any"));
  expect(listFilterOf(map, "1,2,3,4")).toEqual({
    openedFrom: "2025-12-31T16:00:00.000Z",
    openedTo: "2026-02-28T16:00:00.000Z",
    polygon: "1,1,2,1,2,2",
    sort: "opened",
  });
  expect(listFilterOf(readMap(new URLSearchParams()), "1,2,3,4")).toEqual({
    open: true,
    box: "1,2,3,4",
    sort: "opened",
  });
});
