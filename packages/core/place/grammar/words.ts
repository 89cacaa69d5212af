import { unitAt, type Beginnings } from "./gate.ts";

/** A short list of words, any of which may stand somewhere. Where none begins with the unit there, two looks tell it. */
export class Words implements Beginnings {
  /** By first unit, the longest first. */
  readonly #words = new Map<number, string[]>();
  readonly #bits: Uint32Array;
  readonly #bit: number;

  /** Words separated by blanks, "␣" for a blank itself; the longest that fits is taken. */
  constructor(words: string) {
    const list = words
      .trim()
      .split(/\s+/)
      .map((word) => word.replace("␣", " "))
      .toSorted((a, b) => b.length - a.length);
    for (const word of list) {
      const unit = word.charCodeAt(0);
      this.#words.set(unit, [...(this.#words.get(unit) ?? []), word]);
    }
    const id = lists;
    lists += 1;
    let bits = tables[id >> 5];
    if (bits === undefined) tables.push((bits = new Uint32Array(mostUnits)));
    this.#bits = bits;
    this.#bit = 1 << (id & 31);
    for (const unit of this.#words.keys()) {
      const row = rowOf(unit);
      bits[row] = (bits[row] ?? 0) | this.#bit;
    }
  }

  firsts(): Iterable<number> {
    return this.#words.keys();
  }

  /** One of them begins with this unit. */
  mayBegin(unit: number): boolean {
    const row = rows[unit];
    return row !== undefined && row !== 0 && ((this.#bits[row] ?? 0) & this.#bit) !== 0;
  }

  /** Where the word that stands at `at` ends; -1 for none. */
  endAt(text: string, at: number): number {
    const unit = unitAt(text, at);
    if (!this.mayBegin(unit)) return -1;
    for (const word of this.#words.get(unit) ?? [])
      if (word.length === 1 || text.startsWith(word, at)) return at + word.length;
    return -1;
  }

  stands(text: string, at: number): boolean {
    return this.mayBegin(unitAt(text, at)) && this.endAt(text, at) >= 0;
  }

  /** Where the last of several of them ends; `at` for none. */
  skip(text: string, at: number): number {
    let end = at;
    for (let words = 0; words < mostWords; words += 1) {
      const next = this.endAt(text, end);
      if (next < 0) break;
      end = next;
    }
    return end;
  }
}

/** Nobody says more of such words in a row; without a bound a text of nothing else would take time squared. */
const mostWords = 8;
/** Units with which a word of any list begins. */
const mostUnits = 1024;
/** By unit, its row in the tables; 0 for a unit that begins nothing. */
const rows = new Uint16Array(0x1_0000);
/** By row, a bit for each list that has a word beginning so; 32 lists in a table. */
const tables: Uint32Array[] = [];
let lists = 0;
let units = 0;

function rowOf(unit: number): number {
  if (rows[unit] === 0) {
    units += 1;
    rows[unit] = units;
  }
  return rows[unit] ?? 0;
}
