import { expect, test } from "vitest";
import { gazetteerSteps, type GazetteerData, type Position, type Steps } from "@xiuhua/core/place";
import { inSlices } from "./slices.ts";

/** So many steps that each take so long. */
function* steps(count: number, take: () => void): Steps<string> {
  for (let step = 0; step < count; step += 1) {
    take();
    yield;
  }
  return "built";
}

test("others have their turn after every ten milliseconds of work", async () => {
  let now = 0;
  const order: string[] = [];
  const turns = new Set<number>();
  const other = (turn: number) => {
    order.push("other");
    turns.add(turn);
    if (turns.size < 5) setImmediate(other, turn + 1);
  };
  setImmediate(other, 0);
  const take = () => {
    now += 4;
    order.push("step");
  };
  expect(await inSlices(steps(9, take), () => now)).toBe("built");
  expect(order.join(" ")).toMatch(/^step step step other step step step other step step step/);
});

test("what goes wrong in a step is told", async () => {
  const broken = steps(1, () => {
    throw new Error("no such road");
  });
  await expect(inSlices(broken)).rejects.toThrow("no such road");
});

/** So many streets each way, in pieces from crossing to crossing, and as many places. */
function grid(size: number): GazetteerData {
  const at = (column: number, row: number): Position => [113.2 + column / 500, 35.2 + row / 500];
  const all = Array.from({ length: size }, (_, index) => index);
  const roads = all.flatMap((index) =>
    all.slice(1).flatMap((to) => [
      { id: `r${index}-${to}`, name: `第${index}横路`, aliases: [], line: [at(to - 1, index), at(to, index)] },
      { id: `c${index}-${to}`, name: `第${index}纵路`, aliases: [], line: [at(index, to - 1), at(index, to)] },
    ]),
  );
  const places = all.flatMap((column) =>
    all.map((row) => {
      const name = `${column}区${row}${row % 2 === 0 ? "号灯杆" : "号酒店"}`;
      return {
        id: name,
        name,
        aliases: [],
        kind: row % 2 === 0 ? ("pole" as const) : ("poi" as const),
        at: at(column, row),
      };
    }),
  );
  return { roads, places, doors: [], areas: [] };
}

test("of the steps in which a gazetteer is built none takes long beside the whole", () => {
  const steps = gazetteerSteps(grid(80), { ready: true });
  const took: number[] = [];
  for (let before = performance.now(); ;) {
    const { done, value } = steps.next();
    const now = performance.now();
    took.push(now - before);
    before = now;
    if (done !== true) continue;
    expect(value.resolve("第7横路与第9纵路交叉口").points[0]?.score).toBeGreaterThan(0.9);
    break;
  }
  const whole = took.reduce((sum, one) => sum + one, 0);
  expect(took.length).toBeGreaterThan(200);
  // One loop over all roads or names in one go takes a tenth and more; a busy machine may stop any step for a while.
  const third = took.toSorted((a, b) => b - a)[2] ?? whole;
  expect(third / whole).toBeLessThan(0.08);
});
