import "fake-indexeddb/auto";
import { QueryClient } from "@tanstack/react-query";
import { afterEach, expect, test, vi } from "vitest";
import { keepQueries } from "../kept/index.ts";
import { openFieldDatabase } from "../store/index.ts";
import { isBehind, keepTasks } from "./keeper.ts";
import { tasksQuery } from "./queries.ts";

/** A server with these cases waiting, each with one photo of its own. */
function server(waiting: Record<string, number>) {
  const asked: string[] = [];
  let down = false;
  const answer = (path: string): Response => {
    if (path.startsWith("/api/evidence/")) return new Response(new Blob([path], { type: "image/jpeg" }));
    const one = /^\/api\/cases\/([^?]+)$/u.exec(path)?.[1];
    const caseOf = (no: string) => ({ no, seq: waiting[no], photo: `hash-${no}` });
    if (one === undefined) return Response.json({ items: Object.keys(waiting).map(caseOf) });
    const evidence = [{ hash: `hash-${one}`, kind: "near", seq: 1, file: { mediaType: "image/jpeg" } }];
    return Response.json({ ...caseOf(one), evidence });
  };
  vi.stubGlobal("fetch", (path: string) => {
    if (down) return Promise.reject(new TypeError("no network"));
    asked.push(path);
    return Promise.resolve(answer(path));
  });
  vi.stubGlobal("createImageBitmap", () => Promise.reject(new Error("not in this test")));
  return {
    waiting,
    /** What was asked for since the last look. */
    asked: () => asked.splice(0).toSorted(),
    cut: () => void (down = true),
  };
}

let phones = 0;
async function phone(now = Date.now) {
  const db = await openFieldDatabase(`keeper-${(phones += 1)}`);
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, gcTime: Infinity } } });
  await keepQueries(db, client, "collector1", now);
  return {
    db,
    keeping: { db, client, person: "collector1" },
    views: async () => (await db.getAllKeys("views")).toSorted(),
    pictures: async () => (await db.getAllKeys("pictures")).toSorted(),
  };
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test("each task comes onto the phone with its photo, once for as long as nothing happens to it", async () => {
  const far = server({ a: 3, b: 5 });
  const near = await phone();
  await keepTasks(near.keeping);
  expect(await near.views()).toEqual([
    'collector1 ["case","a"]',
    'collector1 ["case","b"]',
    'collector1 ["cases","mine"]',
  ]);
  expect(await near.pictures()).toEqual([
    "collector1 hash-a large",
    "collector1 hash-a small",
    "collector1 hash-b large",
    "collector1 hash-b small",
  ]);
  expect(isBehind(near.keeping)).toBe(false);
  far.asked();

  await keepTasks(near.keeping);
  expect(far.asked()).toEqual(["/api/cases?queue=mine&limit=200"]);

  far.waiting["b"] = 6;
  // A screen has read the list anew: the case itself is behind it.
  await near.keeping.client.fetchQuery({ ...tasksQuery, staleTime: 0 });
  expect(isBehind(near.keeping)).toBe(true);
  far.asked();
  await keepTasks(near.keeping);
  expect(far.asked()).toEqual(["/api/cases/b", "/api/cases?queue=mine&limit=200"]);
});

test("what waits for this person no more leaves the phone, another person's things stay", async () => {
  const far = server({ a: 3, b: 5 });
  const near = await phone();
  await near.db.put("pictures", { blob: new Blob([]), at: 1 }, "collector2 hash-z small");
  await keepTasks(near.keeping);
  delete far.waiting["a"];
  await keepTasks(near.keeping);
  expect(await near.views()).toEqual(['collector1 ["case","b"]', 'collector1 ["cases","mine"]']);
  expect(await near.pictures()).toEqual([
    "collector1 hash-b large",
    "collector1 hash-b small",
    "collector2 hash-z small",
  ]);
});

test("what waits for weeks does not grow old on the phone", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: 1_000_000 });
  const far = server({ a: 3 });
  const near = await phone(Date.now);
  await keepTasks(near.keeping);
  far.asked();
  const days = 25 * 3_600_000;
  vi.setSystemTime(1_000_000 + days);
  await keepTasks(near.keeping);
  expect(far.asked()).toEqual(["/api/cases/a", "/api/cases?queue=mine&limit=200"]);
  const ages = [...(await near.db.getAll("views")), ...(await near.db.getAll("pictures"))].map(({ at }) => at);
  expect(ages).toEqual(ages.map(() => 1_000_000 + days));
});

test("without a network nothing is lost", async () => {
  const far = server({ a: 3 });
  const near = await phone();
  await keepTasks(near.keeping);
  const before = [await near.views(), await near.pictures()];
  far.cut();
  await expect(keepTasks(near.keeping)).rejects.toMatchObject({ status: 0 });
  expect([await near.views(), await near.pictures()]).toEqual(before);
});
