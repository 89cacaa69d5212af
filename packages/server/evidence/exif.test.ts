import { chinaDays, defaultWorkingTime, makeCalendar } from "@xiuhua/core/calendar";
import fc from "fast-check";
import sharp from "sharp";
import { expect, test } from "vitest";
import { phoneExif, photo } from "../testing/photos.ts";
import { readExif, type Exif } from "./exif.ts";
import { takenAt, takenPlace } from "./taken.ts";

const calendar = makeCalendar(defaultWorkingTime, chinaDays());
const at = (exif: Exif) => {
  const time = takenAt(exif, calendar);
  return time === undefined ? undefined : new Date(time).toISOString();
};

async function exifOf(more: Parameters<typeof phoneExif>[0] = {}): Promise<Exif> {
  const { exif } = await sharp(await photo({ exif: phoneExif(more), orientation: 6 })).metadata();
  return readExif(exif!)!;
}

test("reads camera, orientation, time and place of a phone's photo", async () => {
  const exif = await exifOf();
  expect(exif).toMatchObject({ make: "HUAWEI", model: "Mate 60", orientation: 6, taken: "2026:03:01 10:00:00" });
  expect(takenPlace(exif)).toEqual({ lng: 113.2416667, lat: 35.21 });
});

test("takes a time without zone in the city's zone", async () => {
  expect(at(await exifOf())).toBe("2026-03-01T02:00:00.000Z");
});

test("takes a time with zone in its own", async () => {
  expect(at(await exifOf({ IFD2: { OffsetTimeOriginal: "-03:30" } }))).toBe("2026-03-01T13:30:00.000Z");
});

test.each([
  ["2026:02:30 10:00:00"],
  ["0000:00:00 00:00:00"],
  ["2026:03:01 24:00:00"],
  ["    :  :     :  :  "],
  ["2026-03-01T10:00:00"],
])("knows no time from %s", (taken) => {
  expect(at({ taken })).toBeUndefined();
});

test("takes a nonsense zone for none", () => {
  expect(at({ taken: "2026:03:01 10:00:00", takenOffset: "+99:00" })).toBe("2026-03-01T02:00:00.000Z");
});

const gps = (latitudeRef: string, longitudeRef: string, latitude = [35, 12, 36], longitude = [113, 14, 30]) =>
  takenPlace({ gps: { latitudeRef, latitude, longitudeRef, longitude } });

test.each([
  ["N", "E", 113.2416667, 35.21],
  ["S", "E", 113.2416667, -35.21],
  ["N", "W", -113.2416667, 35.21],
  ["S", "W", -113.2416667, -35.21],
])("reads the hemispheres %s and %s", (north, east, lng, lat) => {
  expect(gps(north, east)).toEqual({ lng, lat });
});

test.each<[string, ReturnType<typeof gps>]>([
  ["without a hemisphere", takenPlace({ gps: { latitude: [35, 1, 1], longitudeRef: "E", longitude: [113, 1, 1] } })],
  ["of another hemisphere", gps("X", "E")],
  ["beyond the pole", gps("N", "E", [91, 0, 0])],
  ["divided by zero", gps("N", "E", [NaN, 0, 0])],
  ["without end", gps("N", "E", [Infinity, 0, 0])],
  ["with ninety minutes", gps("N", "E", [35, 90, 0])],
  ["that is empty", gps("N", "E", [])],
  ["of a phone without a fix", gps("N", "E", [0, 0, 0], [0, 0, 0])],
])("knows no place from a position %s", (_name, place) => {
  expect(place).toBeUndefined();
});

test("reads degrees alone, as some cameras write them", () => {
  expect(gps("N", "E", [35.5], [113.25])).toEqual({ lng: 113.25, lat: 35.5 });
});

test("keeps control characters out of names", async () => {
  const { make } = await exifOf({ IFD0: { Make: "A\u0007B\nC" } });
  expect(make).toBe("ABC");
});

test("reads both byte orders alike", () => {
  const build = (little: boolean) => {
    const block = Buffer.alloc(26);
    block.write(little ? "II" : "MM", "latin1");
    const short = (value: number, where: number) =>
      little ? block.writeUInt16LE(value, where) : block.writeUInt16BE(value, where);
    const long = (value: number, where: number) =>
      little ? block.writeUInt32LE(value, where) : block.writeUInt32BE(value, where);
    short(42, 2);
    long(8, 4);
    short(1, 8);
    short(0x0112, 10);
    short(3, 12);
    long(1, 14);
    short(8, 18);
    return readExif(block);
  };
  expect(build(true)).toMatchObject({ orientation: 8 });
  expect(build(false)).toEqual(build(true));
});

/** A thousand entries of 65,000 bytes each, all of them the same 65,000: what makes general readers take gigabytes. */
test("does not unfold what a hostile block claims", () => {
  const block = Buffer.alloc(65_000);
  block.write("II*\0", "latin1");
  block.writeUInt32LE(8, 4);
  block.writeUInt16LE(5000, 8);
  for (let index = 0; index < 5000; index += 1) {
    const entry = 10 + index * 12;
    block.writeUInt16LE(index === 0 ? 0x8825 : index, entry);
    block.writeUInt16LE(index === 0 ? 4 : 5, entry + 2);
    block.writeUInt32LE(index === 0 ? 1 : 8000, entry + 4);
    block.writeUInt32LE(8, entry + 8);
  }
  expect(readExif(block)).toEqual({ gps: {} });
});

test("reads any bytes without failing", () => {
  const head = fc.constantFrom("II*\0", "MM\0*", "Exif\0\0II*\0", "");
  fc.assert(
    fc.property(head, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const exif = readExif(Buffer.concat([Buffer.from(start, "latin1"), rest]));
      const time = exif && takenAt(exif, calendar);
      const place = exif && takenPlace(exif);
      expect(time).not.toBeNaN();
      expect(Math.abs(place?.lat ?? 0)).toBeLessThanOrEqual(90);
    }),
    { numRuns: 2000 },
  );
});
