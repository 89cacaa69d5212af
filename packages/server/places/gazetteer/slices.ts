import { setImmediate as othersTurn } from "node:timers/promises";
import type { Steps } from "@xiuhua/core/place";

/** Milliseconds of work before whatever else waits has its turn: shorter than anybody notices. Our own choice. */
const sliceMs = 10;

/** Takes steps in slices, between which the server answers others. @param now milliseconds */
export async function inSlices<Result>(
  steps: Steps<Result>,
  now: () => number = () => performance.now(),
): Promise<Result> {
  for (let began = now(); ;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    if (now() - began < sliceMs) continue;
    await othersTurn();
    began = now();
  }
}
