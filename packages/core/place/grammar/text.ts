import { fold, classOf, Unit } from "./fold.ts";
import { marks, type Mark } from "./marks.ts";
import { suffixes, type Suffix } from "./suffixes.ts";
import type { Found } from "./trie.ts";

/** A folded text, with what the lexicons find at each place of it. */
export class Text {
  readonly written: string;
  readonly folded: string;
  readonly length: number;
  /** Look-ups made, for the test that holds the parser linear. */
  steps = 0;

  constructor(written: string) {
    this.written = written;
    this.folded = fold(written);
    this.length = written.length;
  }

  unit(at: number): number {
    return this.folded.charCodeAt(at);
  }

  classAt(at: number): number {
    this.steps += 1;
    return at < this.length ? (classOf[this.folded.charCodeAt(at)] ?? Unit.other) : Unit.stop;
  }

  /** May be part of a name. */
  isName(at: number): boolean {
    const unit = this.classAt(at);
    return unit === Unit.name || unit === Unit.digit;
  }

  mark(at: number): Found<Mark> | undefined {
    this.steps += 1;
    return marks.longest(this.folded, at);
  }

  suffix(at: number): Found<Suffix> | undefined {
    this.steps += 1;
    return suffixes.longest(this.folded, at);
  }

  /** The end of the first of these words that stands at `at`; -1 for none. Words in falling length. */
  after(at: number, words: readonly string[]): number {
    this.steps += 1;
    for (const word of words) if (this.folded.startsWith(word, at)) return at + word.length;
    return -1;
  }

  /** As `after`, over any number of them. */
  skip(at: number, words: readonly string[]): number {
    let end = at;
    for (let next = this.after(end, words); next > 0; next = this.after(end, words)) end = next;
    return end;
  }
}
