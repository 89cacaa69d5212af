/** A whole value cut out of the bytes, before anybody parses it. */
export interface Piece {
  readonly bytes: Buffer;
  /** Its first line, from 1. */
  readonly line: number;
  /** A member of the list `features`; else a root object, of a collection without its features. */
  readonly inList: boolean;
  /** Of a root object: whether it had a list `features`. */
  readonly collection: boolean;
}

/** Why the scan cannot go on. */
export class ScanError extends Error {
  readonly reason: "broken" | "too-long" | "cut-off";
  readonly line: number;

  constructor(reason: ScanError["reason"], line: number) {
    super(reason);
    this.name = "ScanError";
    this.reason = reason;
    this.line = line;
  }
}

const [quote, backslash, newline, comma, colon, recordMark] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a, 0x1e];
const [openObject, closeObject, openList, closeList] = [0x7b, 0x7d, 0x5b, 0x5d];
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;

/** Long enough for "features", and no more than that is remembered of a key. */
const keyBytes = 16;

/**
 * Cuts GeoJSON into its features by counting brackets, holding one feature at a time. Root objects may follow each other
 * (one a line, or set apart by RS as in RFC 8142). Every piece is parsed afterwards, also what lies around the list of
 * features; so nothing that is not JSON gets through.
 */
export class JsonScan {
  readonly #longest: number;
  #depth = 0;
  #line = 1;
  #inText = false;
  #escaped = false;
  /** The text being read at the root object's own level, and the key that it turned out to be. */
  #text = "";
  #key = "";
  #inList = false;
  #hadList = false;
  #wantsComma = false;
  #root = new Kept();
  #member = new Kept();

  /** @param longest bytes of one piece */
  constructor(longest: number) {
    this.#longest = longest;
  }

  /** The pieces that end in these bytes. @throws ScanError */
  *push(chunk: Buffer): Generator<Piece, void, void> {
    let from = 0;
    for (let at = 0; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0;
      if (byte === newline) this.#line += 1;
      if (this.#inText) {
        this.#readText(byte);
        continue;
      }
      switch (byte) {
        case quote:
          if (this.#isBetween) throw new ScanError("broken", this.#line);
          this.#inText = true;
          this.#text = "";
          break;
        case openObject:
        case openList: {
          if (this.#isBetween) {
            if (byte === openList || (this.#inList && this.#wantsComma)) throw new ScanError("broken", this.#line);
            from = at;
            this.#kept.begin(this.#line);
          }
          const opensList = byte === openList && this.#depth === 1 && this.#key === "features" && !this.#hadList;
          this.#depth += 1;
          if (!opensList) break;
          this.#keep(chunk, from, at + 1);
          this.#inList = this.#hadList = true;
          this.#wantsComma = false;
          break;
        }
        case closeObject:
        case closeList: {
          if (this.#depth === 0) throw new ScanError("broken", this.#line);
          const wasBetween = this.#isBetween;
          this.#depth -= 1;
          if (wasBetween) {
            // The list of features ends; the root object goes on.
            if (byte === closeObject) throw new ScanError("broken", this.#line);
            this.#inList = false;
            from = at;
          } else if (this.#isBetween) {
            this.#keep(chunk, from, at + 1);
            yield this.#take();
          }
          break;
        }
        case comma:
          if (this.#isBetween) this.#passComma();
          this.#key = "";
          break;
        case colon:
          if (this.#depth === 1) this.#key = this.#text;
          break;
        default:
          if (this.#isBetween && !isBlank(byte) && !(byte === recordMark && this.#depth === 0))
            throw new ScanError("broken", this.#line);
      }
    }
    if (!this.#isBetween) this.#keep(chunk, from, chunk.length);
  }

  /** @throws ScanError when the input ended within something */
  end(): void {
    if (this.#depth > 0) throw new ScanError("cut-off", this.#line);
  }

  /** Between two pieces: on the root's level, or in the list of features. */
  get #isBetween(): boolean {
    return this.#inList ? this.#depth === 2 : this.#depth === 0;
  }

  get #kept(): Kept {
    return this.#inList ? this.#member : this.#root;
  }

  #readText(byte: number): void {
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inText = false;
    else if (this.#depth === 1 && this.#text.length < keyBytes) this.#text += String.fromCharCode(byte);
  }

  #passComma(): void {
    if (!this.#inList || !this.#wantsComma) throw new ScanError("broken", this.#line);
    this.#wantsComma = false;
  }

  #keep(chunk: Buffer, from: number, to: number): void {
    if (this.#kept.add(chunk.subarray(from, to)) > this.#longest) throw new ScanError("too-long", this.#kept.line);
  }

  #take(): Piece {
    const { line } = this.#kept;
    const piece = { bytes: this.#kept.take(), line, inList: this.#inList, collection: this.#hadList };
    if (this.#inList) this.#wantsComma = true;
    else this.#hadList = false;
    return piece;
  }
}

/** Bytes gathered over chunks. */
class Kept {
  line = 1;
  #parts: Buffer[] = [];
  #size = 0;

  begin(line: number): void {
    this.line = line;
  }

  add(part: Buffer): number {
    this.#parts.push(part);
    return (this.#size += part.length);
  }

  take(): Buffer {
    const [only] = this.#parts;
    const all = this.#parts.length === 1 && only ? only : Buffer.concat(this.#parts);
    this.#parts = [];
    this.#size = 0;
    return all;
  }
}
