import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { buildChild, Child } from "../testing/child.ts";
import { FolderInUse } from "./errors.ts";
import { lockFolder } from "./folder-lock.ts";

/** Milliseconds; each process takes a while to start when all cores are busy. */
const patience = 60_000;

let bundle: string;
let folder: string;
const children: Child[] = [];

beforeAll(async () => {
  bundle = await buildChild(new URL("../testing/child-lock.ts", import.meta.url));
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "xiuhua-test-"));
});
afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()));
  await rm(folder, { recursive: true, force: true });
});

function start(): Child {
  const child = new Child(bundle, [folder]);
  children.push(child);
  return child;
}
const answer = (child: Child) => child.message(({ locked }) => locked !== undefined);

test("one holds; a second is refused by name of process and folder, in both languages", async () => {
  const lock = await lockFolder(folder);
  const error = await lockFolder(folder).catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(FolderInUse);
  expect(error).toMatchObject({ pid: process.pid, folder });
  const named = expect.stringMatching(new RegExp(`${folder}.*${process.pid}|${process.pid}.*${folder}`));
  expect(error).toHaveProperty("words", { zh: named, en: named });
  await lock.release();
  await (await lockFolder(folder)).release();
  expect(await readdir(join(folder, "locks"))).toEqual([]);
});

test("another process is refused while we hold, and gets it when we let go", { timeout: patience }, async () => {
  const lock = await lockFolder(folder);
  expect(await answer(start())).toMatchObject({ locked: false, error: "FolderInUse" });
  await lock.release();
  expect(await answer(start())).toEqual({ locked: true });
});

test("a lock left by kill -9 is free at once", { timeout: patience }, async () => {
  for (let round = 0; round < 3; round++) {
    const child = start();
    expect(await answer(child)).toEqual({ locked: true });
    await expect(lockFolder(folder)).rejects.toThrow(String(child.process.pid));
    await child.kill();
    expect(await readdir(join(folder, "locks"))).toHaveLength(1);
    await (await lockFolder(folder)).release();
  }
});

test(
  "of many processes that start at once exactly one gets it, the left-over of a dead one or not",
  { timeout: patience },
  async () => {
    for (let round = 0; round < 4; round++) {
      const racers = Array.from({ length: 5 }, start);
      const answers = await Promise.all(racers.map(answer));
      expect(answers.filter(({ locked }) => locked)).toHaveLength(1);
      await Promise.all(racers.map((child) => child.kill()));
    }
  },
);

test("of many starters in one process exactly one gets it, every time", async () => {
  for (let round = 0; round < 30; round++) {
    const results = await Promise.allSettled(Array.from({ length: 8 }, () => lockFolder(folder)));
    const held = results.filter((result) => result.status === "fulfilled");
    expect(held).toHaveLength(1);
    await Promise.all(held.map((result) => result.value.release()));
  }
  expect(await readdir(join(folder, "locks"))).toEqual([]);
});

test("a folder with a path longer than a socket's address may be", async () => {
  const deep = join(folder, "数据".repeat(20), "d".repeat(100));
  await mkdir(deep, { recursive: true });
  const lock = await lockFolder(deep);
  await expect(lockFolder(deep)).rejects.toThrow(FolderInUse);
  await lock.release();
});
