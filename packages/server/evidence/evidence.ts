import { join } from "node:path";
import type { Readable } from "node:stream";
import type { Calendar } from "@xiuhua/core/calendar";
import { Value } from "typebox/value";
import type { EvidenceFile } from "../api/index.ts";
import type { Queryable } from "../store/index.ts";
import type { Part } from "./blob-store.ts";
import { makeDiskStore } from "./disk-store.ts";
import { openIncoming } from "./incoming.ts";
import { defaultLimits, type Limits } from "./limits.ts";
import { isMediaType, kindOf, type MediaType } from "./media-types.ts";
import { setUpImaging } from "./photo.ts";
import { makeQueue } from "./queue.ts";
import type { ByteRange } from "./range.ts";
import { makeRecords, NewRecord, type Described } from "./records.ts";
import { makeRenderer } from "./renderer.ts";
import { makeIntake, type Stored, type Upload } from "./intake.ts";

export interface EvidenceOptions {
  readonly db: Queryable;
  readonly city: { readonly code: string; readonly calendar: Pick<Calendar, "atLocal"> };
  /** Where the files lie; this process's own, on one file system. Made when it is not there. */
  readonly folder: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly limits?: Partial<Limits>;
}

/** A stored file that is ready to be read. */
export interface Opened {
  readonly hash: string;
  /** Of the bytes given out: a photo's view is JPEG, whatever the photo is. */
  readonly mediaType: MediaType;
  readonly bytes: number;
  /** The name it came with, without extension. */
  readonly name: string | undefined;
  /** Tells these bytes from any others, for good. */
  readonly tag: string;
  read(range?: ByteRange): Readable;
}

/** The files that prove something: taken in once, kept byte for byte, shown without what they would give away. */
export interface Evidence {
  readonly limits: Limits;
  /**
   * Takes a file in as a stream. The answer comes when it is durable; the same content twice is stored once and
   * answered alike. A refusal leaves nothing behind.
   */
  store(stream: AsyncIterable<Uint8Array>, upload: Upload): Promise<Stored>;
  /** In the order asked for; unknown ones are left out. */
  describe(hashes: readonly string[]): Promise<EvidenceFile[]>;
  /** Which of these are stored: asked before an action refers to them. */
  evidenceExists(hashes: readonly string[]): Promise<ReadonlySet<string>>;
  /** Whether the person uploaded this very content, first or again. */
  isUploader(hash: string, person: string): Promise<boolean>;
  /** Which of these the person uploaded, first or again. */
  uploadedBy(hashes: readonly string[], person: string): Promise<ReadonlySet<string>>;
  /** What people are shown: of a photo the upright view without metadata, of anything else the file itself. */
  open(hash: string): Promise<Opened | undefined>;
  /** Undefined also for what has none: recordings and documents. */
  thumbnail(hash: string): Promise<Opened | undefined>;
  /** Byte for byte what was uploaded, metadata included. */
  original(hash: string): Promise<Opened | undefined>;
  /**
   * To be called at start, before the first upload: removes what a dead process left half-written, and finishes what it
   * had whole but not yet recorded.
   */
  sweep(): Promise<void>;
}

/** Changes when the way renditions are made does, so that no browser takes old bytes for new ones. */
const renditionVersion = 1;

export function makeEvidence(options: EvidenceOptions): Evidence {
  const { db, city, folder, now } = options;
  const limits: Limits = { ...defaultLimits, ...options.limits };
  setUpImaging();
  const blobs = makeDiskStore(folder);
  const incoming = openIncoming(join(folder, "incoming"));
  const records = makeRecords(db, city.code);
  const renderer = makeRenderer({ blobs, incoming, limits, queue: makeQueue(1) });
  const intake = makeIntake({ blobs, incoming, records, renderer, limits, now, calendar: city.calendar });

  async function find(hash: string): Promise<Described | undefined> {
    return (await records.find([hash])).get(hash);
  }

  async function openPart(hash: string, part: Part): Promise<Opened | undefined> {
    const found = await find(hash);
    if (found === undefined) return undefined;
    const original = found.file.mediaType;
    if (!isMediaType(original))
      throw new Error(`Evidence ${hash} is of a type this program does not know: ${original}`);
    const isPhoto = kindOf(original).family === "photo";
    if (part === "thumbnail" && !isPhoto) return undefined;
    const source: Part = isPhoto ? part : "original";
    if (source !== "original") await renderer.ensure(hash, source);
    const bytes = await blobs.size(hash, source);
    if (bytes === undefined) throw new Error(`The file of evidence ${hash} is missing from the store`);
    return {
      hash,
      mediaType: source === "original" ? original : "image/jpeg",
      bytes,
      name: found.name,
      tag: source === "original" ? hash : `${hash}-${source}-${renditionVersion}`,
      read: (range) => blobs.read(hash, source, range),
    };
  }

  /** A note says what was about to be stored: with the original in its place only the record may be missing. */
  async function settle(note: unknown): Promise<void> {
    if (!Value.Check(NewRecord, note)) return;
    if ((await blobs.size(note.hash, "original")) === note.bytes) await records.add(note);
    else await blobs.remove(note.hash);
  }

  return {
    limits,
    store: intake.store,
    async describe(hashes) {
      const found = await records.find(hashes);
      return hashes.flatMap((hash) => found.get(hash)?.file ?? []);
    },
    evidenceExists: async (hashes) => new Set((await records.find(hashes)).keys()),
    isUploader: async (hash, person) => (await records.uploadedBy([hash], person)).has(hash),
    uploadedBy: (hashes, person) => records.uploadedBy(hashes, person),
    open: (hash) => openPart(hash, "view"),
    thumbnail: (hash) => openPart(hash, "thumbnail"),
    original: (hash) => openPart(hash, "original"),
    sweep: () => incoming.sweep(settle),
  };
}
