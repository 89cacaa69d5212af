import { expect, test } from "vitest";
import { tallyGrain } from "../cases/index.ts";
import { makeSums } from "./sums.ts";

const tile = { z: 14, x: 13_346, y: 6_476 };
/** The tile's first position, and how many it has a side. */
const side = 2 ** (tallyGrain - tile.z);
const [left, top] = [tile.x * side, tile.y * side];

test("cases of a square are added up where their middle is, squares apart", () => {
  const sums = makeSums(tile, 17);
  const near = sums.add(left + 10, top + 20, 1);
  expect(sums.add(left + 30, top + 40, 3)).toBe(near);
  const far = sums.add(left + side - 1, top + side - 1, 2);
  expect([near, far, sums.squares]).toEqual([0, 63, 64]);
  expect(sums.list()).toEqual([
    { square: 0, count: 4, at: [25, 35] },
    { square: 63, count: 2, at: [4095, 4095] },
  ]);
});

test("what lies a hair beside the tile counts at its edge", () => {
  const sums = makeSums(tile, 17);
  expect([sums.add(left - 1, top - 1, 1), sums.add(left + side, top + side, 1)]).toEqual([0, 63]);
  expect(sums.list().map(({ count }) => count)).toEqual([1, 1]);
});
