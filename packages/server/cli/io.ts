import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";

/** What a command touches of the process, so that a test can hand in its own. */
export interface Io {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where a password is read from; never an argument, which other users of the machine could see. */
  readonly stdin?: Readable;
  /** Results, for programs. */
  readonly stdout: Writable;
  /** Everything for people. */
  readonly stderr: Writable & { readonly isTTY?: boolean };
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Fires when the person wants to stop. */
  readonly signal: AbortSignal;
}

export const say = (io: Io, line: string): void => void io.stderr.write(`${line}\n`);

/** A command's result as one line of JSON. */
export const tell = (io: Io, result: unknown): void => void io.stdout.write(`${JSON.stringify(result)}\n`);

/** What was typed or piped in, up to the first line break. */
export async function firstLine(input: Readable | undefined): Promise<string> {
  if (!input) return "";
  for await (const line of createInterface({ input })) return line.trim();
  return "";
}
