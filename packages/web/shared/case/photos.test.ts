import { describe, expect, it } from "vitest";
import { photosOf, type Evidence } from "./photos.ts";

const at = "2026-03-02T08:00:00.000Z";
const item = (kind: Evidence["kind"], seq: number, mediaType = "image/jpeg"): Evidence => ({
  hash: `${kind}-${seq}`,
  kind,
  seq,
  at,
  file: { hash: `${kind}-${seq}`, mediaType, bytes: 1, uploadedAt: at },
});

describe("the photos of a case", () => {
  it("stand on two sides: as found, and what became of it, the newest first", () => {
    const photos = photosOf([
      item("far", 1),
      item("near", 1),
      item("after", 5),
      item("check", 6),
      item("after", 8),
      item("audio", 1, "audio/mpeg"),
      item("document", 3, "image/png"),
    ]);
    expect(photos.found.map((one) => one.hash)).toEqual(["near-1", "far-1"]);
    expect(photos.done.map((one) => one.hash)).toEqual(["after-8", "check-6", "after-5"]);
    expect(photos.others.map((one) => one.hash)).toEqual(["audio-1", "document-3"]);
  });
});
