import type { Readable } from "node:stream";
import type { ByteRange } from "./range.ts";

/** The original, or what is made from it: the picture people are shown, and its small one. */
export type Part = "original" | "view" | "thumbnail";

/**
 * Where the bytes of evidence lie, by the SHA-256 of the original. The same bytes put twice are kept once. A disk's
 * folder is the one implementation; a bucket is another.
 */
export interface BlobStore {
  /** Takes a finished temporary file over: afterwards the blob is there, whole and durable, and the temporary file is not. */
  put(hash: string, part: Part, temporary: string): Promise<void>;
  /** Bytes; undefined when there is no such blob. */
  size(hash: string, part: Part): Promise<number | undefined>;
  /** @throws (in the stream) when there is no such blob */
  read(hash: string, part: Part, range?: ByteRange): Readable;
  /** Removes the original and all that was made from it; fine when there is nothing. */
  remove(hash: string): Promise<void>;
}
