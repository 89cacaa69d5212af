import { expect, test } from "vitest";
import { addCorner, crosses, finish, removeCorner, ringOf, type Corner, type Drawing } from "./drawing.ts";

/** Clicks corner after corner. */
function drawn(kind: Drawing["kind"], ...corners: Corner[]) {
  let now: Drawing = { kind, corners: [] };
  for (const corner of corners) {
    const next = addCorner(now, corner);
    if ("shape" in next) return next.shape;
    now = next.drawing;
  }
  return now;
}

test("a box is done with its second corner, whichever corners they are", () => {
  const box = { kind: "box", text: "113.2,35.1,113.3,35.2" };
  expect(drawn("box", [113.3, 35.1], [113.2, 35.2])).toEqual(box);
  expect(drawn("box", [113.2, 35.1], [113.3, 35.2])).toEqual(box);
  expect(drawn("box", [113.2, 35.1], [113.2, 35.1])).toMatchObject({ corners: [{}, {}] });
});

test("a polygon goes on until it is finished, and its last corner can be taken back", () => {
  const three = drawn("polygon", [1, 1], [2, 1], [2, 2]);
  expect(three).toMatchObject({ kind: "polygon" });
  if (!("corners" in three)) throw new Error("It was finished too early");
  expect(finish(three)).toEqual({ shape: { kind: "polygon", text: "1,1,2,1,2,2" } });
  expect(finish(removeCorner(three))).toBeUndefined();
});

test("sides that cross make no shape", () => {
  const bow: Corner[] = [
    [0, 0],
    [1, 1],
    [1, 0],
    [0, 1],
  ];
  expect(crosses(bow)).toBe(true);
  expect(finish({ kind: "polygon", corners: bow })).toBeUndefined();
  expect(crosses([...bow].sort((one, other) => one[0] - other[0] || (one[0] - 0.5) * (one[1] - other[1])))).toBe(false);
});

test("a shape in an address is drawn again, and nonsense is not", () => {
  expect(ringOf({ kind: "box", text: "1,2,3,4" })).toEqual([
    [1, 2],
    [3, 2],
    [3, 4],
    [1, 4],
    [1, 2],
  ]);
  expect(ringOf({ kind: "polygon", text: "1,1,2,1,2,2" })).toHaveLength(4);
  for (const text of ["", "1,2", "a,b,c,d,e,f", "1,1,2,1,2"]) expect(ringOf({ kind: "polygon", text })).toBeUndefined();
  expect(ringOf({ kind: "box", text: "1,2,3" })).toBeUndefined();
});
