import { writeFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import type { BlobStore, Part } from "./blob-store.ts";
import type { Arrival, Incoming } from "./incoming.ts";
import type { Limits } from "./limits.ts";
import type { MediaType } from "./media-types.ts";
import { readPhoto, render, type Photo, type Renditions } from "./photo.ts";
import type { Queue } from "./queue.ts";
import { damaged, type UploadRefusal } from "./refusals.ts";

/** Examines photos and makes what people are shown of them, a few at a time. */
export interface Renderer {
  /** Judges an arrived photo and makes its renditions, as files of the arrival. */
  examine(arrival: Arrival, mediaType: MediaType): Promise<Photo | { readonly refusal: UploadRefusal }>;
  /** Puts an arrival's renditions into the store. */
  keep(arrival: Arrival, hash: string): Promise<void>;
  /** Makes a stored photo's renditions again if they are gone; the original is all that must never be lost. */
  ensure(hash: string, part: Part): Promise<void>;
}

export function makeRenderer(tools: {
  readonly blobs: BlobStore;
  readonly incoming: Incoming;
  readonly limits: Limits;
  readonly queue: Queue;
}): Renderer {
  const { blobs, incoming, limits, queue } = tools;
  const underWay = new Map<string, Promise<void>>();

  async function examine(arrival: Arrival, mediaType: MediaType) {
    return queue.run(async () => {
      const photo = await readPhoto(arrival.file, mediaType, limits);
      if ("refusal" in photo) return photo;
      const renditions = await render(arrival.file, limits);
      if (renditions === undefined) return { refusal: damaged };
      await write(arrival, renditions);
      return renditions.print === undefined ? photo : { ...photo, print: renditions.print };
    });
  }

  async function write(arrival: Arrival, renditions: Renditions): Promise<void> {
    await writeFile(arrival.view, renditions.view, { flag: "wx", mode: 0o600 });
    await writeFile(arrival.thumbnail, renditions.thumbnail, { flag: "wx", mode: 0o600 });
  }

  async function keep(arrival: Arrival, hash: string): Promise<void> {
    await blobs.put(hash, "view", arrival.view);
    await blobs.put(hash, "thumbnail", arrival.thumbnail);
  }

  async function remake(hash: string): Promise<void> {
    const arrival = incoming.arrive();
    try {
      await queue.run(async () => {
        const renditions = await render(await buffer(blobs.read(hash, "original")), limits);
        if (renditions === undefined) throw new Error(`The stored photo ${hash} no longer decodes`);
        await write(arrival, renditions);
      });
      await keep(arrival, hash);
    } finally {
      await incoming.clear(arrival);
    }
  }

  async function ensure(hash: string, part: Part): Promise<void> {
    if ((await blobs.size(hash, part)) !== undefined) return;
    const made = underWay.get(hash) ?? remake(hash).finally(() => underWay.delete(hash));
    underWay.set(hash, made);
    await made;
  }

  return { examine, keep, ensure };
}
