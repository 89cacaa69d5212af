import { expect, test } from "vitest";
import { makeQueue } from "./queue.ts";

test("runs no more jobs at once than it has places, in order, and goes on after a failure", async () => {
  const queue = makeQueue(2);
  let running = 0;
  let most = 0;
  const order: number[] = [];
  const jobs = Array.from({ length: 12 }, (_, index) =>
    queue.run(async () => {
      order.push(index);
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      running -= 1;
      if (index === 3) throw new Error("one fails");
      return index;
    }),
  );
  const results = await Promise.allSettled(jobs);
  expect(most).toBe(2);
  expect(order).toEqual(order.toSorted((a, b) => a - b));
  expect(results.filter((one) => one.status === "rejected")).toHaveLength(1);
});
