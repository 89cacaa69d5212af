import type { ReadAt } from "./bytes.ts";

/** Kilobits a second of layer III by the header's four bits: MPEG 1, and MPEG 2 and 2.5 (ISO/IEC 11172-3, 13818-3). */
const rates1 = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const rates2 = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
/** Samples a second of MPEG 1 by the header's two bits; half for MPEG 2, a quarter for 2.5. */
const samples = [44_100, 48_000, 32_000];

/** Bytes of the layer III frame whose four-byte header this is; undefined when it is none. */
function frameBytes(header: Buffer): number | undefined {
  if (header.length < 4) return undefined;
  const bits = header.readUInt32BE(0);
  const version = (bits >>> 19) & 3;
  const sync = bits >>> 21 === 0x7ff;
  const layer3 = ((bits >>> 17) & 3) === 1;
  if (!sync || !layer3 || version === 1) return undefined;
  const first = version === 3;
  const rate = (first ? rates1 : rates2)[(bits >>> 12) & 15];
  const frequency = samples[(bits >>> 10) & 3];
  if (rate === undefined || rate === 0 || frequency === undefined) return undefined;
  const sampleRate = first ? frequency : version === 2 ? frequency / 2 : frequency / 4;
  return Math.floor(((first ? 144 : 72) * rate * 1000) / sampleRate) + ((bits >>> 9) & 1);
}

/** How far past its tags an MP3 file may begin: some taggers leave padding. */
const searched = 2 ** 14;

/**
 * Whether this is an MP3 file: past an ID3v2 tag (id3.org, §3.1), two frames in a row. The two bytes that begin a frame
 * alone are not proof: texts begin so too.
 */
export async function isMp3(read: ReadAt): Promise<boolean> {
  const tag = await read(0, 10);
  let start = 0;
  if (tag.length === 10 && tag.toString("latin1", 0, 3) === "ID3") {
    const size = tag.subarray(6).reduce((sum, byte) => sum * 128 + (byte & 0x7f), 0);
    start = 10 + size;
  }
  const head = await read(start, searched);
  for (let at = 0; at + 4 <= head.length; at += 1) {
    if (head[at] !== 0xff) {
      if (start === 0) return false;
      continue;
    }
    const bytes = frameBytes(head.subarray(at, at + 4));
    if (bytes !== undefined && frameBytes(await read(start + at + bytes, 4)) !== undefined) return true;
    if (start === 0) return false;
  }
  return false;
}
