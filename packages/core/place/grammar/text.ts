import { classOf, fold, Unit } from "./fold.ts";
import { Gate, unitAt } from "./gate.ts";
import { marks, type Mark } from "./lexicon/marks.ts";
import { suffixes, type Suffix } from "./lexicon/suffixes.ts";
import type { NamePiece } from "./piece.ts";
import type { Found } from "./trie.ts";

const markGate = new Gate(marks);
const suffixGate = new Gate(suffixes);

/** A folded text, with what the lexicons find at each place of it. */
export class Text {
  readonly written: string;
  readonly folded: string;
  readonly length: number;
  /** Look-ups made, for the test that holds the parser linear. */
  steps = 0;
  /** By start: the names found so far, null where there is none. Many rules ask for the same one. */
  readonly names: (NamePiece | null)[] = [];

  constructor(written: string) {
    this.written = written;
    this.folded = fold(written);
    this.length = written.length;
  }

  unit(at: number): number {
    return unitAt(this.folded, at);
  }

  classAt(at: number): number {
    this.steps += 1;
    if (at >= this.length) return Unit.stop;
    const unit = this.folded.charCodeAt(at);
    // The second half of a pair is what its first half is: a rare character, or a picture.
    const isSecond = unit >= 0xdc00 && unit < 0xe000;
    return classOf[isSecond ? this.folded.charCodeAt(at - 1) : unit] ?? Unit.other;
  }

  /** May be part of a name. */
  isName(at: number): boolean {
    const unit = this.classAt(at);
    return unit === Unit.name || unit === Unit.digit;
  }

  /** The first place at or behind `at` that is no blank. */
  unblank(at: number): number {
    let next = at;
    while (this.classAt(next) === Unit.space) next += 1;
    return next;
  }

  mark(at: number): Found<Mark> | undefined {
    this.steps += 1;
    if (!markGate.opens(unitAt(this.folded, at))) return undefined;
    return marks.longest(this.folded, at);
  }

  suffix(at: number): Found<Suffix> | undefined {
    this.steps += 1;
    if (!suffixGate.opens(unitAt(this.folded, at))) return undefined;
    return suffixes.longest(this.folded, at);
  }
}
