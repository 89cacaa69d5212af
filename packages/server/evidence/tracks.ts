import type { ReadAt } from "./bytes.ts";

/**
 * What tracks a media file carries. MP4 and WebM hold sound and moving pictures alike, and a phone's or browser's
 * recorder marks its sound no differently; only the tracks tell.
 */
export type Tracks = "sound" | "pictures" | "unknown";

/** More boxes or elements than a recorder's file has before its list of tracks: bounds the work a hostile file makes. */
const mostSteps = 256;

/** Largest list of tracks read into memory, in bytes; a recorder's has a few hundred. */
const mostTrackBytes = 2 ** 16;

const told = (kinds: readonly Tracks[]): Tracks => {
  if (kinds.includes("pictures")) return "pictures";
  return kinds.includes("sound") ? "sound" : "unknown";
};

interface Box {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

/** The boxes between two positions of an MP4 file (ISO/IEC 14496-12 §4.2). */
async function* boxes(read: ReadAt, start: number, end: number): AsyncGenerator<Box> {
  let at = start;
  for (let step = 0; step < mostSteps && at + 8 <= end; step += 1) {
    const header = await read(at, 16);
    if (header.length < 8) return;
    const short = header.readUInt32BE(0);
    const long = short === 1;
    if (long && header.length < 16) return;
    const size = long ? Number(header.readBigUInt64BE(8)) : short === 0 ? end - at : short;
    const headerBytes = long ? 16 : 8;
    if (size < headerBytes || at + size > end) return;
    yield { type: header.toString("latin1", 4, 8), start: at + headerBytes, end: at + size };
    at += size;
  }
}

async function boxesOf(read: ReadAt, start: number, end: number, type: string): Promise<Box[]> {
  const found: Box[] = [];
  for await (const box of boxes(read, start, end)) if (box.type === type) found.push(box);
  return found;
}

/** The tracks of an MP4 file: moov / trak / mdia / hdlr, whose handler is `soun` or `vide` (ISO/IEC 14496-12 §8.4.3). */
export async function mp4Tracks(read: ReadAt, size: number): Promise<Tracks> {
  for await (const movie of boxes(read, 0, size)) {
    if (movie.type !== "moov") continue;
    const kinds: Tracks[] = [];
    for (const track of await boxesOf(read, movie.start, movie.end, "trak")) {
      for (const media of await boxesOf(read, track.start, track.end, "mdia")) {
        for (const handler of await boxesOf(read, media.start, media.end, "hdlr")) {
          const type = (await read(handler.start + 8, 4)).toString("latin1");
          kinds.push(type === "soun" ? "sound" : type === "vide" ? "pictures" : "unknown");
        }
      }
    }
    return told(kinds);
  }
  return "unknown";
}

/** Element ids of WebM (RFC 9559). */
const segmentId = 0x18538067;
const tracksId = 0x1654ae6b;
const clusterId = 0x1f43b675;
const trackEntryId = 0xae;
const trackTypeId = 0x83;

interface Element {
  readonly id: number;
  readonly start: number;
  /** Bytes of content; undefined when the writer did not know (a live recording). */
  readonly size: number | undefined;
}

/** Reads an element's id and size (RFC 8794 §4, §5) at an offset of a buffer; `base` is where the buffer begins. */
function element(buffer: Buffer, offset: number, base: number): Element | undefined {
  const idBytes = Math.clz32(buffer[offset] ?? 0) - 23;
  const sizeAt = offset + idBytes;
  const sizeBytes = Math.clz32(buffer[sizeAt] ?? 0) - 23;
  if (idBytes > 4 || sizeBytes > 8 || sizeAt + sizeBytes > buffer.length) return undefined;
  const id = buffer.readUIntBE(offset, idBytes);
  const all = BigInt(`0x${buffer.toString("hex", sizeAt, sizeAt + sizeBytes)}`);
  const mask = (1n << BigInt(7 * sizeBytes)) - 1n;
  const size = all & mask;
  return { id, start: base + sizeAt + sizeBytes, size: size === mask ? undefined : Number(size) };
}

/** The tracks of a WebM file. */
export async function webmTracks(read: ReadAt, size: number): Promise<Tracks> {
  let at = 0;
  for (let step = 0; step < mostSteps && at < size; step += 1) {
    const found = element(await read(at, 12), 0, at);
    if (found === undefined || found.id === clusterId) return "unknown";
    if (found.id === tracksId) {
      if (found.size === undefined || found.size > mostTrackBytes) return "unknown";
      return told(trackTypes(await read(found.start, found.size)));
    }
    // A segment is entered, everything else is passed over.
    if (found.id === segmentId) at = found.start;
    else if (found.size === undefined) return "unknown";
    else at = found.start + found.size;
  }
  return "unknown";
}

function trackTypes(buffer: Buffer): Tracks[] {
  const kinds: Tracks[] = [];
  for (let at = 0; at < buffer.length;) {
    const found = element(buffer, at, 0);
    if (found?.size === undefined) break;
    if (found.id === trackTypeId && found.size === 1) {
      const type = buffer[found.start];
      kinds.push(type === 2 ? "sound" : type === 1 ? "pictures" : "unknown");
    }
    // Track types stand inside track entries; nothing else inside is of interest.
    at = found.id === trackEntryId ? found.start : found.start + found.size;
  }
  return kinds;
}
