import { unitAt, type Beginnings } from "./gate.ts";

export interface Found<Meaning> {
  readonly meaning: Meaning;
  readonly length: number;
}

/** Words by their units, each with what it means; the longest that begins at a place is found in as many steps. */
export class Trie<Meaning> implements Beginnings {
  readonly #roots = Array.from<Branch<Meaning> | undefined>({ length: 0x1_0000 });

  add(word: string, meaning: Meaning): void {
    let branch = (this.#roots[word.charCodeAt(0)] ??= new Branch());
    for (let i = 1; i < word.length; i += 1) {
      const unit = word.charCodeAt(i);
      let next = branch.next.get(unit);
      if (next === undefined) branch.next.set(unit, (next = new Branch()));
      branch = next;
    }
    branch.found = { meaning, length: word.length };
  }

  *firsts(): Iterable<number> {
    for (const [unit, branch] of this.#roots.entries()) if (branch !== undefined) yield unit;
  }

  longest(text: string, at: number): Found<Meaning> | undefined {
    let branch = this.#roots[unitAt(text, at)];
    let found: Found<Meaning> | undefined;
    for (let i = at + 1; branch !== undefined; i += 1) {
      if (branch.found !== undefined) found = branch.found;
      branch = branch.next.get(unitAt(text, i));
    }
    return found;
  }
}

class Branch<Meaning> {
  readonly next = new Map<number, Branch<Meaning>>();
  found: Found<Meaning> | undefined = undefined;
}
