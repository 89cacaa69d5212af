import { createHash, randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { open, readdir, readFile, rm, writeFile, type FileHandle } from "node:fs/promises";
import { join } from "node:path";
import { cutOff, missing, tooLarge, type UploadRefusal } from "./refusals.ts";

/** Where one upload has its files until it is stored. */
export interface Arrival {
  /** The upload itself. */
  readonly file: string;
  readonly view: string;
  readonly thumbnail: string;
  /** What is about to be stored, so that a start after a crash can finish or undo it. */
  readonly note: string;
}

/** The folder where uploads arrive. One process a folder: what lies there when it starts is a dead process's. */
export interface Incoming {
  /** Names for a new upload's files; nothing of the client's is in them. */
  arrive(): Arrival;
  writeNote(arrival: Arrival, note: unknown): Promise<void>;
  /** Removes all of an upload's files but the note. */
  clear(arrival: Arrival): Promise<void>;
  removeNote(arrival: Arrival): Promise<void>;
  /** Empties the folder of what an earlier process left, showing each note that was written to its end. */
  sweep(settle: (note: unknown) => Promise<void>): Promise<void>;
}

/** Opens the folder, making it when it is not there. */
export function openIncoming(folder: string): Incoming {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const remove = (path: string) => rm(path, { force: true });

  return {
    arrive() {
      const base = join(folder, randomUUID());
      return { file: `${base}.part`, view: `${base}.view`, thumbnail: `${base}.thumb`, note: `${base}.note` };
    },

    writeNote: (arrival, note) => writeFile(arrival.note, JSON.stringify(note), { flag: "wx", mode: 0o600 }),

    async clear(arrival) {
      await Promise.all([remove(arrival.file), remove(arrival.view), remove(arrival.thumbnail)]);
    },

    removeNote: (arrival) => remove(arrival.note),

    async sweep(settle) {
      for (const name of await readdir(folder)) {
        const path = join(folder, name);
        if (name.endsWith(".note")) {
          const note = parsed(await readFile(path, "utf8"));
          if (note !== undefined) await settle(note);
        }
        await remove(path);
      }
    },
  };
}

/** Undefined for a note the writing of which was cut short: storing had not begun then. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export interface Received {
  readonly hash: string;
  readonly bytes: number;
}

/** The sender's failure, as distinct from our disk's. */
class SenderFailed extends Error {}

async function* fromSender(stream: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* stream;
  } catch (error) {
    throw new SenderFailed("The sender stopped", { cause: error });
  }
}

/**
 * Writes a stream to a new file chunk by chunk, hashing on the way.
 * @param most bytes; what comes after is not kept, but read for as much again, so that the sender gets to hear why
 * @throws when the disk fails; the file is then for the caller to clear, as it is after a refusal
 */
export async function receive(
  stream: AsyncIterable<Uint8Array>,
  path: string,
  most: number,
): Promise<Received | { readonly refusal: UploadRefusal }> {
  const file = await open(path, "wx", 0o600);
  try {
    return await copy(stream, file, most);
  } catch (error) {
    if (error instanceof SenderFailed) return { refusal: cutOff };
    throw error;
  } finally {
    await file.close();
  }
}

async function copy(stream: AsyncIterable<Uint8Array>, file: FileHandle, most: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of fromSender(stream)) {
    bytes += chunk.byteLength;
    if (bytes > 2 * most) break;
    if (bytes > most) continue;
    hash.update(chunk);
    // Not `write`, which may write less than it was given.
    await file.appendFile(chunk);
  }
  if (bytes > most) return { refusal: tooLarge(most) };
  if (bytes === 0) return { refusal: missing };
  return { hash: hash.digest("hex"), bytes };
}
