import { inflateSync } from "node:zlib";
import { countPacked, protobufFields } from "./protobuf.ts";

/** Limits of the format itself: https://wiki.openstreetmap.org/wiki/PBF_Format (64 KiB a header, 32 MiB a block). */
const [longestHeader, longestBlock] = [64 << 10, 32 << 20];
/** Nodes or ways of a block; every writer we know puts 8,000 in one. Our own choice. */
const mostElements = 1_000_000;

/** What is wrong with the bytes of a `.osm.pbf`, in words for programmers. */
export class BlockError extends Error {}

/** The data blocks of a `.osm.pbf`, unpacked and within bounds. @throws BlockError */
export async function* osmBlocks(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, void> {
  const take = makeTake(bytes);
  for (;;) {
    const prefix = await take(4);
    if (!prefix) return;
    const header = await whole(take, prefix.readUInt32BE(0), longestHeader);
    let [type, size] = ["", 0];
    for (const { tag, number, bytes: text } of protobufFields(header)) {
      if (tag === 1 && text) type = text.toString("latin1");
      if (tag === 3) size = number;
    }
    if (type !== "OSMHeader" && type !== "OSMData") throw new BlockError("no block of OpenStreetMap");
    const block = unpacked(await whole(take, size, longestBlock));
    if (type === "OSMHeader") continue;
    check(block);
    yield block;
  }
}

type Take = (count: number) => Promise<Buffer | undefined>;

/** Reads exactly so many bytes; undefined at the end of the file. */
function makeTake(bytes: AsyncIterable<Buffer>): Take {
  const source = bytes[Symbol.asyncIterator]();
  let rest: Buffer = Buffer.alloc(0);
  return async (count) => {
    const parts: Buffer[] = [rest];
    let held = rest.length;
    while (held < count) {
      const { done, value } = await source.next();
      if (done) {
        if (held === 0) return undefined;
        throw new BlockError("the file ends within a block");
      }
      parts.push(value);
      held += value.length;
    }
    const all = parts.length === 1 ? rest : Buffer.concat(parts);
    rest = all.subarray(count);
    return all.subarray(0, count);
  };
}

async function whole(take: Take, size: number, most: number): Promise<Buffer> {
  if (size > most) throw new BlockError("a block is longer than the format allows");
  const found = size === 0 ? Buffer.alloc(0) : await take(size);
  if (!found) throw new BlockError("the file ends before a block");
  return found;
}

function unpacked(blob: Buffer): Buffer {
  for (const { tag, bytes } of protobufFields(blob)) {
    if (tag === 1 && bytes) return bytes;
    if (tag === 3 && bytes) return inflateSync(bytes, { maxOutputLength: longestBlock });
  }
  throw new BlockError("a block is packed in a way that is not known here (zlib is)");
}

/** osm-pbf-parser-node (1.1.4) never ends on a dense group whose tags are cut short, and builds any number of elements. */
function check(block: Buffer): void {
  for (const { tag, bytes: group } of protobufFields(block)) {
    if (tag !== 2 || !group) continue;
    let elements = 0;
    for (const { tag: part, bytes } of protobufFields(group)) {
      elements += 1;
      if (part === 2 && bytes) elements += checkDense(bytes);
      if (elements > mostElements) throw new BlockError("a block holds too many elements");
    }
  }
}

function checkDense(dense: Buffer): number {
  let [ids, tags, ends] = [0, 0, 0];
  for (const { tag, bytes } of protobufFields(dense)) {
    if (!bytes) continue;
    const { count, zeros } = countPacked(bytes);
    if (tag === 1) ids += count;
    if (tag === 10) {
      tags += count;
      ends += zeros;
    }
  }
  if (tags > 0 && ends !== ids) throw new BlockError("the tags of a block are cut short");
  return ids;
}
