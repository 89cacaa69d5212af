import { expect, test } from "vitest";
import { gathered } from "./gather.ts";

/** An ask whose answers the test gives by hand. */
function held() {
  const asked: { keys: readonly string[]; answer: (found: string[]) => void; fail: (error: Error) => void }[] = [];
  const ask = gathered(
    (keys) => new Promise((settle, fail) => void asked.push({ keys, answer: (found) => settle(new Set(found)), fail })),
  );
  const turns = async () => {
    for (let turn = 0; turn < 10; turn += 1) await Promise.resolve();
  };
  return { asked, ask, turns };
}

test("what is asked meanwhile goes together into the next question, and not into the one under way", async () => {
  const { asked, ask, turns } = held();
  const first = ask(["a"]);
  await turns();
  const second = ask(["b", "c"]);
  const third = ask(["c", "d"]);
  await turns();
  expect(asked.map((one) => one.keys)).toEqual([["a"]]);
  asked[0]!.answer(["a"]);
  expect(await first).toEqual(new Set(["a"]));
  await turns();
  expect(asked.map((one) => one.keys)).toEqual([["a"], ["b", "c", "d"]]);
  asked[1]!.answer(["c"]);
  expect([await second, await third]).toEqual([new Set(["c"]), new Set(["c"])]);
});

test("a question that fails fails for those who asked it, and the next is asked all the same", async () => {
  const { asked, ask, turns } = held();
  const first = ask(["a"]);
  await turns();
  const second = ask(["b"]);
  asked[0]!.fail(new Error("no database"));
  await expect(first).rejects.toThrow("no database");
  await turns();
  asked[1]!.answer(["b"]);
  expect(await second).toEqual(new Set(["b"]));
});
