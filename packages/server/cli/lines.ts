import { isUtf8 } from "node:buffer";
import type { Readable } from "node:stream";

/** A line of input as it can be used, or what is wrong with it. */
export type InputLine =
  | { readonly text: string; readonly fault?: undefined }
  | { readonly text: string; readonly fault: "too-long" | "not-utf8" };

const newline = 0x0a;

/** How much of a line that is too long is shown again. */
const shownBytes = 200;

/**
 * The lines of a stream, without their ends, as many at a time as a piece of it holds; whatever a line holds, the next
 * one comes as usual. No more of a line is kept than `longest` bytes.
 */
export async function* inputLines(input: Readable, longest: number): AsyncGenerator<readonly InputLine[], void, void> {
  let parts: Buffer[] = [];
  let held = 0;
  let first = true;
  const take = (end: Buffer): InputLine => {
    const bytes = parts.length === 0 ? end : Buffer.concat([...parts, held > longest ? nothing : end]);
    const line = lineOf(bytes, held + end.length, longest, first);
    parts = [];
    held = 0;
    first = false;
    return line;
  };
  for await (const given of input) {
    const chunk = Buffer.isBuffer(given) ? given : Buffer.from(String(given));
    const lines: InputLine[] = [];
    let from = 0;
    for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
      lines.push(take(chunk.subarray(from, end)));
      from = end + 1;
    }
    const rest = chunk.subarray(from);
    // A copy: a piece of a line must not keep its whole chunk.
    if (held <= longest && rest.length > 0) parts.push(Buffer.from(rest));
    held += rest.length;
    yield lines;
  }
  if (held > 0) yield [take(nothing)];
}

const nothing = Buffer.alloc(0);

function lineOf(bytes: Buffer, length: number, longest: number, first: boolean): InputLine {
  const marked = first && bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const content = marked.at(-1) === 0x0d && length <= longest ? marked.subarray(0, -1) : marked;
  if (length > longest)
    return { text: content.toString("utf8", 0, shownBytes).replace(/\uFFFD+$/, ""), fault: "too-long" };
  return isUtf8(content) ? { text: content.toString("utf8") } : { text: content.toString("utf8"), fault: "not-utf8" };
}
