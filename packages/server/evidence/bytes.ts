import { open } from "node:fs/promises";

/** Reads up to `length` bytes at a position of a file; fewer at its end. */
export type ReadAt = (position: number, length: number) => Promise<Buffer>;

/** Opens a file for reading here and there, and closes it again. */
export async function withFile<T>(path: string, work: (read: ReadAt, size: number) => Promise<T>): Promise<T> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const read: ReadAt = async (position, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      return buffer.subarray(0, bytesRead);
    };
    return await work(read, size);
  } finally {
    await file.close();
  }
}
