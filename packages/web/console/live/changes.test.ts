import { expect, test } from "vitest";
import { concerning, makeChanges } from "./changes.ts";

const rows = [
  { no: "a", seq: 3 },
  { no: "b", seq: 5 },
];

test("counts each case once and only where the list would look different", () => {
  const changes = makeChanges();
  changes.add({ no: "a", seq: 4, state: "filed" });
  changes.add({ no: "a", seq: 5, state: "dispatched" });
  changes.add({ no: "b", seq: 5, state: "filed" });
  changes.add({ no: "c", seq: 1, state: "reported" });
  changes.add({ no: "d", seq: 1, state: "closed" });
  expect(concerning(changes.get().cases, rows, (state) => state === "reported")).toBe(2);
});

test("tells its listeners, and is empty once cleared", () => {
  const changes = makeChanges();
  let told = 0;
  const stop = changes.subscribe(() => (told += 1));
  changes.miss();
  expect(changes.get().missed).toBe(true);
  changes.clear();
  changes.clear();
  expect(changes.get()).toEqual({ cases: new Map(), missed: false });
  expect(told).toBe(2);
  stop();
  changes.miss();
  expect(told).toBe(2);
});
