import { each, finish, type Steps } from "../steps.ts";
import { coreOf } from "./suffix.ts";
import { readAloud, soundAlike } from "./sound.ts";
import { spell } from "./spelling.ts";

/** How a written name leads to a known one, the surest first. */
export type Likeness = "name" | "alias" | "suffix" | "sound" | "character" | "part";

/** A thing that a written name may mean. */
export interface Match {
  readonly id: number;
  /** The known name that was taken. */
  readonly name: string;
  readonly likeness: Likeness;
  /** 0 to 1. */
  readonly quality: number;
}

export interface Entry {
  readonly id: number;
  readonly name: string;
  readonly aliases: readonly string[];
}

/** How much each likeness is worth, our own choice; a guess must lose against any name that is really written so. */
const worth = { name: 1, alias: 0.97, noSuffix: 0.9, otherSuffix: 0.84, sound: 0.84, soundCore: 0.76, character: 0.8 };

interface Known {
  readonly id: number;
  readonly name: string;
  readonly spelled: string;
  readonly core: string;
  readonly own: boolean;
}

/** Names and what bears them, found also where they are written wrongly. */
export class NameBook {
  readonly #known: Known[] = [];
  readonly #exact = new Map<string, Known[]>();
  readonly #byCore = new Map<string, Known[]>();
  #loose: LooseIndex | undefined;
  #longest = 0;

  private constructor() {}

  static *of(entries: Iterable<Entry>): Steps<NameBook> {
    const book = new NameBook();
    yield* each(entries, (entry) => book.#add(entry));
    return book;
  }

  #add({ id, name, aliases }: Entry): void {
    for (const [at, one] of [name, ...aliases].entries()) {
      const spelled = spell(one);
      const known = { id, name: one, spelled, core: coreOf(spelled), own: at === 0 };
      this.#known.push(known);
      this.#longest = Math.max(this.#longest, spelled.length);
      put(this.#exact, known.spelled, known);
      put(this.#byCore, known.core, known);
    }
  }

  /** Makes ready beforehand what the first miswritten name would have to wait for. */
  *ready(): Steps<void> {
    this.#loose ??= yield* LooseIndex.of(this.#known);
  }

  /** The longest name, in characters. */
  get longest(): number {
    return this.#longest;
  }

  /** Those that are written so, in one spelling or another; a name of its own before an alias or former name. */
  exactly(name: string): Match[] {
    const found = this.#exact.get(spell(name)) ?? [];
    return best(
      found.map(({ id, name: known, own }) =>
        own
          ? { id, name: known, likeness: "name", quality: known === name ? worth.name : worth.name - 0.005 }
          : { id, name: known, likeness: "alias", quality: worth.alias },
      ),
    );
  }

  /** All that could be meant: exactly, without or with another suffix, by ear, with one character wrong. */
  match(name: string): Match[] {
    const spelled = spell(name);
    if (spelled === "") return [];
    const core = coreOf(spelled);
    const bare = core === spelled;
    const matches = this.exactly(name);
    const add = ({ id, name: taken, own }: Known, likeness: Likeness, quality: number) =>
      matches.push({ id, name: taken, likeness, quality: own ? quality : quality * worth.alias });
    for (const known of this.#byCore.get(core) ?? []) add(known, "suffix", bare ? worth.noSuffix : worth.otherSuffix);
    this.#loose ??= finish(LooseIndex.of(this.#known));
    for (const known of this.#loose.soundingLike(spelled)) add(known, "sound", worth.sound);
    for (const known of this.#loose.soundingLikeCore(core)) add(known, "sound", worth.soundCore);
    for (const known of this.#loose.oneOff(spelled)) {
      const kept = likenessOf(spelled, known.spelled, core, known.core);
      if (kept > 0) add(known, "character", worth.character * kept);
    }
    return best(matches);
  }

  /** Known names that stand in a text, the longest from each place on: for texts no grammar could take apart. */
  within(text: string): { readonly name: string; readonly start: number; readonly end: number }[] {
    const found: { name: string; start: number; end: number }[] = [];
    for (let start = 0; start < text.length;) {
      let end = Math.min(text.length, start + this.longest + 2);
      while (end > start + 1 && !this.#exact.has(spell(text.slice(start, end)))) end -= 1;
      if (end > start + 1) found.push({ name: text.slice(start, end), start, end });
      start = end > start + 1 ? end : start + 1;
    }
    return found;
  }
}

function put<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [value]);
  else list.push(value);
}

/** One match a thing, the best, and the best thing first. */
function best(matches: readonly Match[]): Match[] {
  const byId = new Map<number, Match>();
  for (const match of matches) if (match.quality > (byId.get(match.id)?.quality ?? 0)) byId.set(match.id, match);
  return [...byId.values()].sort((a, b) => b.quality - a.quality);
}

/**
 * How much of a name speaks for another that differs in one character: of a road's own name one character in two is
 * little, one in five much; one that sounds the same counts half as wrong. Numbers are what tells neighbours apart
 * (泰然四路, 泰然六路), so a wrong one weighs more. 0 where nothing of the own name is left.
 */
function likenessOf(written: string, known: string, writtenCore: string, knownCore: string): number {
  const size = Math.max(writtenCore.length, knownCore.length);
  const at = firstDifference(written, known);
  const [one, other] = [written.charAt(at), known.charAt(at)];
  const swapped = written.length === known.length && one === known.charAt(at + 1) && other === written.charAt(at + 1);
  if (swapped) return size > 1 ? 0.95 : 0.7;
  const sounds = written.length === known.length && soundAlike(one, other);
  if (sounds) return size > 1 ? 0.97 : 0.6;
  // In the suffix: the own name is whole.
  if (at >= Math.min(writtenCore.length, knownCore.length) && writtenCore.startsWith(knownCore)) return 0.92;
  if (size < 2) return 0;
  const figures = /[0-9]/.test(one) && /[0-9]/.test(other) ? 0.85 : 1;
  return (1 - 0.5 / size) * figures;
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return at;
}

/** Asking how a character sounds is slow, the first time. */
const soundsAStep = 20;

/** The costlier look-ups, made when the first name is not found as written. */
class LooseIndex {
  readonly #bySound = new Map<string, Known[]>();
  readonly #byCoreSound = new Map<string, Known[]>();
  /** Every name with one of its characters left out, and the whole. */
  readonly #lessOne = new Map<string, Known[]>();

  static *of(known: readonly Known[]): Steps<LooseIndex> {
    const index = new LooseIndex();
    yield* each(known, (one) => index.#add(one), soundsAStep);
    return index;
  }

  #add(one: Known): void {
    for (const sound of readAloud(one.spelled)) put(this.#bySound, sound, one);
    for (const sound of readAloud(one.core)) put(this.#byCoreSound, sound, one);
    for (const form of new Set(formsLessOne(one.spelled))) put(this.#lessOne, form, one);
  }

  soundingLike(spelled: string): Known[] {
    return readAloud(spelled).flatMap((sound) => this.#bySound.get(sound) ?? []);
  }

  soundingLikeCore(core: string): Known[] {
    return readAloud(core).flatMap((sound) => this.#byCoreSound.get(sound) ?? []);
  }

  /** One character changed, missing, too many, or two neighbours swapped. */
  oneOff(spelled: string): Known[] {
    const found = new Set<Known>();
    for (const form of formsLessOne(spelled))
      for (const known of this.#lessOne.get(form) ?? []) if (isOneOff(spelled, known.spelled)) found.add(known);
    return [...found];
  }
}

/** A name, and with each of its characters left out: two names that share one differ by one fault, perhaps. */
export function formsLessOne(name: string): string[] {
  const forms = [name];
  for (let at = 0; at < name.length; at += 1) forms.push(name.slice(0, at) + name.slice(at + 1));
  return forms;
}

/** Both lost a character and became the same: one change, or one character moved; only to the next place is one fault. */
export function isOneOff(one: string, other: string): boolean {
  if (one === other) return false;
  const at = firstDifference(one, other);
  if (one.length !== other.length) {
    const [short, long] = one.length < other.length ? [one, other] : [other, one];
    return long.length - short.length === 1 && short.slice(at) === long.slice(at + 1);
  }
  if (one.slice(at + 1) === other.slice(at + 1)) return true;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
