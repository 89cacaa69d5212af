import "fake-indexeddb/auto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { draftKey, saveFile, saveValues, type Draft } from "../drafts/index.ts";
import { openFieldDatabase, sweepBlobs, type FieldDatabase } from "../store/index.ts";
import { drain } from "./drain.ts";
import type { Done } from "./entry.ts";
import { enqueue, entriesOf } from "./store.ts";
import { PowerCut, poweredDatabase, powerFor } from "./testing/power.ts";
import { act, file, report } from "./testing/samples.ts";
import { fakeServer } from "./testing/server.ts";

let made = 0;
const freshDatabase = () => openFieldDatabase(`power-${(made += 1)}`);
const draft: Draft = { person: "collector1", purpose: "open/city-case", values: {}, files: [], startedAt: 900 };
const blob = new Blob(["ten bytes!"]);

/** A morning: a report with two photos, then two actions on one case, then one on another. */
async function work(db: FieldDatabase): Promise<void> {
  const open = await entriesOf(db, "collector1");
  const done = new Set(open.map((entry) => entry.id));
  const kept = await db.get("drafts", draftKey(draft));
  if (!done.has("report")) {
    if (!kept) await saveValues(db, { ...draft, values: { description: "井盖破损" } });
    for (const id of ["near", "far"])
      if (!kept?.files.some((one) => one.id === id)) await saveFile(db, draft, file(id), blob);
    await enqueue(db, report("report", [file("near"), file("far")]), draftKey(draft));
  }
  for (const one of [act("first", "case-9", 4, []), act("second", "case-9", 4), act("other", "case-7", 1)])
    if (!done.has(one.id)) await enqueue(db, one);
}

const run = (db: FieldDatabase, transport: Parameters<typeof drain>[0]["transport"]) =>
  drain({ db, person: "collector1", transport, now: () => 2000, random: () => 0.5 });

async function untilCut(body: () => Promise<unknown>): Promise<boolean> {
  try {
    await body();
    return false;
  } catch (error) {
    if (error instanceof PowerCut) return true;
    throw error;
  }
}

test("the power goes between any two steps, from the first word written to the last answer: nothing is lost, nothing twice", async () => {
  let cuts = 0;
  for (let moments = 0, cut = true; cut; moments += 1) {
    const disk = await freshDatabase();
    const server = fakeServer({ "case-9": 4, "case-7": 1 });
    const { tick } = powerFor(moments);
    cut = await untilCut(async () => {
      const db = poweredDatabase(disk, tick);
      await work(db);
      await run(db, server.transport(tick));
    });
    cuts += cut ? 1 : 0;
    // The phone is charged and switched on: the person finishes what they were at.
    await work(disk);
    expect(
      await run(
        disk,
        server.transport(() => undefined),
      ),
    ).toEqual({ kind: "rest" });

    const at = `power cut after ${moments} moments`;
    expect(server.events.map((event) => event.key).toSorted(), at).toEqual(["first", "other", "report", "second"]);
    const keys = server.events.map((event) => event.key);
    expect(keys.indexOf("first"), at).toBeLessThan(keys.indexOf("second"));
    const told = server.events.find((event) => event.key === "report");
    expect(told, at).toMatchObject({ hashes: ["hash-of-near", "hash-of-far"], capturedAt: 1000 });
    expect(
      (await entriesOf(disk, "collector1")).map((entry) => entry.state),
      at,
    ).toEqual(Array(4).fill("sent"));
    expect(await disk.count("blobs"), at).toBe(0);
    expect(await disk.count("drafts"), at).toBe(0);
    expect(await sweepBlobs(disk), at).toBe(0);
    disk.close();
  }
  // Every write, every chunk, every answer was a moment: many more than there are things to send.
  expect(cuts).toBeGreaterThan(25);
}, 60_000);

test("a photo that was cut goes on where it was: no byte is sent twice but those whose receipt was lost", async () => {
  const disk = await freshDatabase();
  const server = fakeServer();
  await saveFile(disk, draft, file("near"), blob);
  await enqueue(disk, report("report", [file("near")]), draftKey(draft));
  let left = 3;
  await untilCut(() =>
    run(
      disk,
      server.transport(() => {
        if ((left -= 1) < 0) throw new PowerCut();
      }, 4),
    ),
  );
  expect(server.bytesTaken()).toBeGreaterThan(0);
  await run(
    disk,
    server.transport(() => undefined, 4),
  );
  expect(server.bytesTaken()).toBe(10);
  expect(server.events).toHaveLength(1);
});

const someWork = fc.array(fc.record({ lane: fc.integer({ min: 0, max: 3 }), photos: fc.integer({ min: 0, max: 2 }) }), {
  minLength: 1,
  maxLength: 6,
});

test("whatever was done and however often the power goes, each thing is carried out once and in order", async () => {
  await fc.assert(
    fc.asyncProperty(someWork, fc.array(fc.integer({ min: 1, max: 25 }), { maxLength: 5 }), async (things, lives) => {
      const disk = await freshDatabase();
      const server = fakeServer({ "case-1": 1, "case-2": 1, "case-3": 1 });
      const all = things.map(({ lane, photos }, at): Done => {
        const files = Array.from({ length: photos }, (_, photo) => file(`f${at}-${photo}`));
        return lane === 0 ? report(`d${at}`, files) : act(`d${at}`, `case-${lane}`, 1, files);
      });
      for (const done of all) {
        for (const one of done.files) await saveFile(disk, draft, one, blob);
        await enqueue(disk, done, draftKey(draft));
      }
      for (const moments of lives) {
        const { tick } = powerFor(moments);
        await untilCut(() => run(poweredDatabase(disk, tick), server.transport(tick)));
      }
      await run(
        disk,
        server.transport(() => undefined),
      );
      expect(server.events.map((event) => event.key).toSorted()).toEqual(all.map((one) => one.id).toSorted());
      for (const lane of ["case-1", "case-2", "case-3"]) {
        const order = server.events.filter((event) => event.no === lane).map((event) => event.key);
        expect(order).toEqual(order.toSorted((one, other) => Number(one.slice(1)) - Number(other.slice(1))));
      }
      expect(await disk.count("blobs")).toBe(0);
      disk.close();
    }),
    { numRuns: 40 },
  );
}, 60_000);
