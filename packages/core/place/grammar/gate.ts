/** Whatever knows with which units its words begin. */
export interface Beginnings {
  firsts(): Iterable<number>;
}

/**
 * Tells by one look whether a rule can find anything at a unit: most units begin nothing, and most rules are spared most of
 * the time. A gate lets through whatever its sources begin with, and may be a source of another.
 */
export class Gate implements Beginnings {
  readonly #bit: number;

  constructor(...sources: readonly Beginnings[]) {
    this.#bit = 1 << gates;
    gates += 1;
    for (const source of sources) for (const unit of source.firsts()) table[unit] = (table[unit] ?? 0) | this.#bit;
  }

  opens(unit: number): boolean {
    return ((table[unit] ?? 0) & this.#bit) !== 0;
  }

  *firsts(): Iterable<number> {
    for (let unit = 0; unit < table.length; unit += 1) if (this.opens(unit)) yield unit;
  }
}

/** By unit, a bit for each gate; there are fewer than 32. */
const table = new Uint32Array(0x1_0000);
let gates = 0;

/** The unit at a place of a text, 0 outside it: reading beyond the end is as quick as reading within. */
export function unitAt(text: string, at: number): number {
  return at >= 0 && at < text.length ? text.charCodeAt(at) : 0;
}

/** Units given one by one. */
export function unitsOf(letters: string): Beginnings {
  return { firsts: () => Array.from(letters, (letter) => letter.charCodeAt(0)) };
}
