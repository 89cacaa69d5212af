import fc from "fast-check";
import { expect, test } from "vitest";
import { colours, conditionCount, kinds, readFilter, sorts, writeFilter, type ListFilter } from "./list-filter.ts";

const word = fc
  .string({ minLength: 1, maxLength: 20, unit: "grapheme" })
  .map((s) => s.trim())
  .filter((s) => s !== "");
const some = <T>(values: readonly T[]) => fc.subarray([...values], { minLength: 1 });
const plain: fc.Arbitrary<ListFilter> = fc.record(
  {
    queue: fc.constantFrom("mine" as const, "reported" as const, "seen" as const),
    procedure: word,
    state: fc.uniqueArray(word, { minLength: 1, maxLength: 5 }),
    open: fc.boolean(),
    colour: some(colours),
    type: word,
    kind: fc.constantFrom(...kinds),
    department: word,
    area: word,
    source: word,
    request: word,
    text: word,
    openedFrom: fc.constant("2022-08-01T16:00:00.000Z"),
    openedTo: fc.constant("2022-08-14T16:00:00.000Z"),
    box: fc.constant("113.2,35.1,113.3,35.3"),
    polygon: fc.constant("113.2,35.1,113.3,35.1,113.3,35.3"),
    sort: fc.constantFrom(...sorts),
  },
  { requiredKeys: [] },
);

const pledge = fc.constantFrom("dragged" as const, "pushed" as const, "dropped" as const, "shirked" as const);
const pledged = fc.record({ pledge, pledgeUnit: word }, { requiredKeys: ["pledge"] });
const filters = fc.oneof(
  plain,
  fc.tuple(plain, pledged).map(([one, by]): ListFilter => ({ ...one, ...by })),
);

test("a filter comes back from its address as it was", () => {
  fc.assert(
    fc.property(filters, (filter) => {
      const address = writeFilter(filter).toString();
      expect(readFilter(new URLSearchParams(address))).toEqual(filter);
      expect(writeFilter(readFilter(new URLSearchParams(address))).toString()).toBe(address);
    }),
  );
});

test("any address at all gives a filter that is stable", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), (address) => {
      const filter = readFilter(new URLSearchParams(address));
      expect(readFilter(writeFilter(filter))).toEqual(filter);
    }),
  );
});

test("what makes no sense is left out", () => {
  const filter = readFilter(new URLSearchParams("colour=blue&open=maybe&sort=random&queue=all&state=&text=%20"));
  expect(filter).toEqual({});
});

test("counts conditions, not the order or the queue", () => {
  expect(conditionCount({ queue: "mine", sort: "due" })).toBe(0);
  expect(conditionCount({ state: ["filed", "handling"], text: "井盖", sort: "due" })).toBe(2);
});
