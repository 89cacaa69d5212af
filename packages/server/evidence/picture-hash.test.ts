import sharp from "sharp";
import { expect, test } from "vitest";
import { pictureHash } from "./picture-hash.ts";
import { scenery } from "../testing/photos.ts";

const bitsApart = (one: string, other: string): number =>
  (BigInt(`0x${one}`) ^ BigInt(`0x${other}`)).toString(2).replaceAll("0", "").length;

async function hashOf(picture: Buffer): Promise<string> {
  const hash = await pictureHash(picture);
  if (hash === undefined) throw new Error("There is nothing to compare in this picture");
  return hash;
}

test("copies that were scaled, compressed or toned differ in a few bits", async () => {
  const original = await scenery(1);
  const hash = await hashOf(original);
  const copies = [
    sharp(original).resize(500).jpeg({ quality: 40 }),
    sharp(original).linear(0.9, 8).webp({ quality: 60 }),
    sharp(original).greyscale().png(),
  ];
  for (const copy of copies) expect(bitsApart(await hashOf(await copy.toBuffer()), hash)).toBeLessThanOrEqual(7);
});

test("other pictures differ in many", async () => {
  const hashes = await Promise.all([1, 2, 3, 4, 5, 6].map(async (seed) => hashOf(await scenery(seed))));
  for (const [at, one] of hashes.entries())
    for (const other of hashes.slice(at + 1)) expect(bitsApart(one, other)).toBeGreaterThan(12);
});

test("a picture of nothing has no hash: all of them would be copies of each other", async () => {
  const background = { r: 90, g: 120, b: 180 };
  const flat = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
    .png()
    .toBuffer();
  expect(await pictureHash(flat)).toBeUndefined();
});
