import { createHash } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { execFileSync } from "node:child_process";
import exifReader from "exif-reader";
import sharp from "sharp";
import { expect, test, vi } from "vitest";
import { json, sql } from "../store/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { filesUnder, ownFolder } from "../testing/folders.ts";
import { inPieces, phoneExif, photo } from "../testing/photos.ts";
import { makeTestEvidence, now } from "./fixtures.ts";
import type { Stored } from "./intake.ts";
import { pdf, text, wav } from "./samples.ts";

// Pictures are computed here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const li = { reader: { person: "li" } };
const wang = { reader: { person: "wang" } };
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

function valueOf(stored: Stored) {
  if (!stored.ok) throw new Error(stored.refusal.message.en);
  return stored.value;
}

function codeOf(stored: Stored) {
  if (stored.ok) throw new Error("It was stored");
  expect(stored.refusal.problems).toEqual([{ field: "/file", message: stored.refusal.message }]);
  return stored.refusal.code;
}

forEachDatabase("evidence", (open) => {
  test("keeps a photo's original under its hash, and its time, place and camera in the record", async () => {
    const db = await open();
    const folder = ownFolder();
    const evidence = makeTestEvidence(db, "keep", folder);
    const bytes = await photo({ width: 800, height: 600, exif: phoneExif(), orientation: 6 });
    const file = valueOf(await evidence.store(inPieces(bytes), { ...li, fileName: "../../现场 1.png" }));
    expect(file).toEqual({
      hash: sha256(bytes),
      mediaType: "image/jpeg",
      bytes: bytes.length,
      width: 600,
      height: 800,
      takenAt: "2026-03-01T02:00:00.000Z",
      takenPlace: { lng: 113.2416667, lat: 35.21 },
      uploadedAt: new Date(now).toISOString(),
    });
    const path = join(file.hash.slice(0, 2), file.hash.slice(2, 4), file.hash);
    expect(filesUnder(folder)).toEqual([path, `${path}.thumb`, `${path}.view`]);
    expect(readFileSync(join(folder, path)).equals(bytes)).toBe(true);
    expect(execFileSync("sha256sum", [join(folder, path)], { encoding: "utf8" }).slice(0, 64)).toBe(file.hash);
    expect(await db.query(sql`select details, uploaded_by from evidence_file where city = 'keep'`)).toEqual([
      { details: { name: "现场 1", camera: { make: "HUAWEI", model: "Mate 60" }, orientation: 6 }, uploaded_by: "li" },
    ]);
    expect(await evidence.describe([file.hash, sha256(text("unknown"))])).toEqual([file]);
    expect(await evidence.evidenceExists([file.hash, sha256(text("unknown"))])).toEqual(new Set([file.hash]));
  });

  test("shows a photo upright, no larger than the screen needs, and without metadata", async () => {
    const evidence = makeTestEvidence(await open(), "show", ownFolder());
    const bytes = await photo({ width: 3000, height: 1000, exif: phoneExif(), orientation: 6 });
    expect(exifReader((await sharp(bytes).metadata()).exif!).GPSInfo).toBeDefined();
    const { hash } = valueOf(await evidence.store(inPieces(bytes), li));
    const sizes = [];
    for (const opened of [await evidence.open(hash), await evidence.thumbnail(hash)]) {
      const shown = await buffer(opened!.read());
      expect(shown.length).toBe(opened!.bytes);
      const { width, height, exif, xmp, iptc, orientation } = await sharp(shown).metadata();
      expect({ exif, xmp, iptc, orientation }).toEqual({});
      expect(shown.includes("HUAWEI")).toBe(false);
      sizes.push([width, height]);
    }
    expect(sizes).toEqual([
      [853, 2560],
      [107, 320],
    ]);
    expect((await buffer((await evidence.original(hash))!.read())).equals(bytes)).toBe(true);
  });

  test("puts a transparent picture on white, not on black", async () => {
    const evidence = makeTestEvidence(await open(), "white", ownFolder());
    const clear = { r: 0, g: 0, b: 0, alpha: 0 };
    const bytes = await sharp({ create: { width: 9, height: 9, channels: 4, background: clear } })
      .png()
      .toBuffer();
    const { hash } = valueOf(await evidence.store(inPieces(bytes), li));
    const { dominant } = await sharp(await buffer((await evidence.open(hash))!.read())).stats();
    expect(dominant.r).toBeGreaterThan(240);
  });

  test("makes lost renditions again, once for all who ask", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "again", folder);
    const { hash } = valueOf(await evidence.store(inPieces(await photo()), li));
    const base = join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
    rmSync(`${base}.view`);
    rmSync(`${base}.thumb`);
    await Promise.all([evidence.open(hash), evidence.open(hash), evidence.thumbnail(hash)]);
    expect(filesUnder(folder)).toHaveLength(3);
  });

  test("stores recordings and documents as they are, without thumbnails", async () => {
    const evidence = makeTestEvidence(await open(), "plain", ownFolder());
    for (const bytes of [wav(), pdf]) {
      const { hash } = valueOf(await evidence.store(inPieces(bytes), li));
      expect((await buffer((await evidence.open(hash))!.read())).equals(bytes)).toBe(true);
      expect(await evidence.thumbnail(hash)).toBeUndefined();
    }
  });

  test("stores the same content once, answers alike, and knows all who sent it", async () => {
    const folder = ownFolder();
    const db = await open();
    const evidence = makeTestEvidence(db, "twice", folder);
    const bytes = await photo();
    const first = valueOf(await evidence.store(inPieces(bytes), li));
    for (const person of [wang, wang, li]) {
      expect(valueOf(await evidence.store(inPieces(bytes), person))).toEqual(first);
    }
    expect(filesUnder(folder)).toHaveLength(3);
    const people = await Promise.all(["li", "wang", "zhao"].map((person) => evidence.isUploader(first.hash, person)));
    expect(people).toEqual([true, true, false]);
    const [row] = await db.query<{ details: object }>(sql`select details from evidence_file where city = 'twice'`);
    expect(row?.details).toEqual({ alsoUploadedBy: ["wang"] });
  });

  test("takes content in again whose file the disk has lost", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "lost", folder);
    const bytes = await photo();
    const { hash } = valueOf(await evidence.store(inPieces(bytes), li));
    rmSync(join(folder, hash.slice(0, 2)), { recursive: true });
    await expect(evidence.original(hash)).rejects.toThrow("missing from the store");
    valueOf(await evidence.store(inPieces(bytes), li));
    expect((await evidence.original(hash))?.bytes).toBe(bytes.length);
  });

  test("takes twenty uploads at once, equal and different", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "twenty", folder);
    const photos = await Promise.all(Array.from({ length: 10 }, (_, index) => photo({ seed: index + 1 })));
    const stored = await Promise.all([...photos, ...photos].map((one) => evidence.store(inPieces(one, 4096), li)));
    expect(stored.map((one) => valueOf(one).hash)).toEqual([...photos, ...photos].map(sha256));
    expect(filesUnder(folder)).toHaveLength(30);
    for (const one of photos) {
      expect((await buffer((await evidence.original(sha256(one)))!.read())).equals(one)).toBe(true);
    }
  });

  test("keeps cities apart", async () => {
    const db = await open();
    const folder = ownFolder();
    const { hash } = valueOf(await makeTestEvidence(db, "here", folder).store(inPieces(pdf), li));
    const there = makeTestEvidence(db, "there", folder);
    expect(await there.open(hash)).toBeUndefined();
    expect(await there.isUploader(hash, "li")).toBe(false);
  });

  test("finishes at start what was whole but not recorded, and removes what was half", async () => {
    const db = await open();
    const folder = ownFolder();
    const evidence = makeTestEvidence(db, "sweep", folder);
    const kept = valueOf(await evidence.store(inPieces(await photo()), li));
    const unrecorded = valueOf(await evidence.store(inPieces(pdf), li));
    await db.query(sql`delete from evidence_file where city = 'sweep' and hash = ${unrecorded.hash}`);
    const half = valueOf(await evidence.store(inPieces(await photo({ seed: 9 })), li));
    await db.query(sql`delete from evidence_file where city = 'sweep' and hash = ${half.hash}`);
    rmSync(join(folder, half.hash.slice(0, 2), half.hash.slice(2, 4), half.hash));
    const note = (file: typeof kept) =>
      json({ ...file, details: {}, uploadedBy: "li", uploadedAt: now, takenAt: undefined }).text;
    writeFileSync(join(folder, "incoming", "1.part"), "half an upl");
    writeFileSync(join(folder, "incoming", "2.note"), note(unrecorded));
    writeFileSync(join(folder, "incoming", "3.note"), note(half));
    writeFileSync(join(folder, "incoming", "4.note"), '{"hash":"ab');
    writeFileSync(join(folder, "incoming", "5.note"), '{"hash":"../../etc/passwd"}');
    await evidence.sweep();
    const names = filesUnder(folder);
    expect(names.filter((name) => name.startsWith("incoming"))).toEqual([]);
    expect(names).toHaveLength(4);
    expect(await evidence.describe([kept.hash, unrecorded.hash, half.hash])).toEqual([kept, unrecorded]);
  });

  test("refuses, naming the file, and leaves nothing behind", async () => {
    const db = await open();
    const folder = ownFolder();
    const evidence = makeTestEvidence(db, "refuse", folder, { photo: 60_000, audio: 10_000, document: 70_000 });
    const jpeg = await photo();
    const store = async (bytes: Uint8Array, fileName = "照片.jpg") =>
      codeOf(await evidence.store(inPieces(bytes), { ...li, fileName }));
    expect(await store(text("A text renamed .jpg ".repeat(50)))).toBe("file-type");
    expect(await store(text("<svg xmlns='http://www.w3.org/2000/svg'/>"))).toBe("file-type");
    expect(await store(Buffer.alloc(0))).toBe("file-missing");
    expect(await store(wav())).toBe("file-too-large");
    expect(await store(await photo({ width: 1200, height: 1200 }))).toBe("file-too-large");
    expect(await store(Buffer.alloc(200_000))).toBe("file-too-large");
    expect(await store(jpeg.subarray(0, jpeg.length / 2))).toBe("file-damaged");
    expect(await store(jpeg.subarray(0, 30))).toBe("file-damaged");
    expect(await store((await photo({ width: 99, height: 99, format: "png" })).subarray(0, 9000))).toBe("file-damaged");
    expect(filesUnder(folder)).toEqual([]);
    expect(await db.query(sql`select hash from evidence_file where city = 'refuse'`)).toEqual([]);
  });

  test("refuses a sixty-megapixel bomb by its header, without decoding it", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "bomb", folder);
    const bomb = await sharp({ create: { width: 10_000, height: 6000, channels: 3, background: "red" } })
      .png({ compressionLevel: 9 })
      .toBuffer();
    expect(bomb.length).toBeLessThan(300_000);
    const stored = await evidence.store(inPieces(bomb), li);
    expect(codeOf(stored)).toBe("too-many-pixels");
    expect(stored.ok ? "" : stored.refusal.message.zh).toContain("10000 × 6000 像素");
    expect(filesUnder(folder)).toEqual([]);
  });

  test("leaves nothing of an upload that breaks off", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "broken", folder);
    const whole = await photo();
    async function* broken() {
      yield whole.subarray(0, 5000);
      expect(filesUnder(folder)).toHaveLength(1);
      await Promise.reject(new Error("ECONNRESET"));
    }
    expect(codeOf(await evidence.store(broken(), li))).toBe("file-cut-off");
    expect(filesUnder(folder)).toEqual([]);
  });

  test("takes names from clients for words, never for paths", async () => {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), "names", folder);
    for (const [seed, fileName] of ["../../etc/passwd", "a\0.jpg", "x".repeat(100_000), "C:\\boot.ini"].entries()) {
      valueOf(await evidence.store(inPieces(await photo({ seed: seed + 1 })), { ...li, fileName }));
    }
    for (const name of filesUnder(folder))
      expect(name).toMatch(/^[0-9a-f]{2}\/[0-9a-f]{2}\/[0-9a-f]{64}(\.view|\.thumb)?$/);
  });
});
