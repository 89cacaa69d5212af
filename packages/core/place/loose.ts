import { fold, type Known, type KnownName } from "./grammar/index.ts";
import { each, type Steps } from "./steps.ts";
import { coreOf, formsLessOne, isOneOff, soundAlike } from "./names/index.ts";

/** A known name as the parser sees it. */
export interface Spoken {
  readonly folded: string;
  readonly kind: KnownName["kind"];
}

/** What may stand behind a name without its suffix: joining words, brackets, directions, numbers, what tells a place. */
const follows =
  /^(?:[与和跟及同、，,（）()—\-至到距上东南西北口向往以之段近附0-9一二三四五六七八九十]|路口|交|丁字|十字|$)/;
const suffixes = ["路", "街", "道", "巷"];
/** 解放区 is a district, no 解放路 with a wrong suffix. */
const areaSuffix = /[区县市镇乡村]/;
/** Shorter names with a wrong character inside say too little; their own suffix already tells the parser where they end. */
const leastWrong = 4;

/**
 * Tells the parser also of names that are not written as they are known: without their suffix, or with one character
 * wrong. It costs ten times as much as asking for names as they are, and is asked only where that led to nothing good.
 */
export function* looseKnownOf(names: readonly Spoken[], known: Known): Steps<Known> {
  const byCore = new Map<string, Spoken>();
  const byForm = new Map<string, Spoken[]>();
  // The longest name that begins with a character, or has it second: one of the two is right.
  const [longestByFirst, longestBySecond] = [new Map<string, number>(), new Map<string, number>()];
  const lengthen = (lengths: Map<string, number>, character: string, length: number) =>
    lengths.set(character, Math.max(length, lengths.get(character) ?? 0));
  yield* each(names, (name) => {
    const { folded, kind } = name;
    lengthen(longestByFirst, folded.charAt(0), folded.length);
    lengthen(longestBySecond, folded.charAt(1), folded.length);
    const core = coreOf(folded);
    if (kind === "road" && core.length >= 2 && core !== folded) byCore.set(core, name);
    if (folded.length < leastWrong) return;
    for (const form of formsLessOne(folded)) {
      const list = byForm.get(form);
      if (list === undefined) byForm.set(form, [name]);
      else list.push(name);
    }
  });
  const more = (text: string, end: number) =>
    known(text, end) === undefined && known(text, end + 1) === undefined ? wrongSuffix(text, end) : 0;
  /** Its last character begins what follows a name without its suffix: 泰然一5|5号. */
  const isCut = (text: string, at: number, length: number) =>
    byCore.has(text.slice(at, at + length - 1)) && more(text, at + length - 1) === 0;
  const find: Known = (text, at) => {
    const exact = known(text, at);
    const [first, second] = [longestByFirst.get(text.charAt(at)), longestBySecond.get(text.charAt(at + 1))];
    const longest = Math.max(first ?? 0, second ?? 0) + 1;
    for (let length = Math.min(longest, text.length - at); length >= 2; length -= 1) {
      if (exact !== undefined && exact.length >= length) return exact;
      const written = text.slice(at, at + length);
      if (length >= leastWrong - 1 && !isCut(text, at, length)) {
        for (const form of formsLessOne(written)) {
          const found = byForm.get(form)?.find(({ folded }) => isOneOff(written, folded) && isWhole(written, folded));
          if (found !== undefined) return { length, kind: found.kind };
        }
      }
      const cut = byCore.get(written);
      if (cut === undefined) continue;
      const end = at + length;
      const extra = more(text, end);
      // 解放区 is no 解放路 that lost its suffix: what stands behind must be able to.
      if (extra > 0 || known(text, end) !== undefined || follows.test(text.slice(end, end + 2)))
        return { length: length + extra, kind: cut.kind };
    }
    return exact;
  };
  return remembering(find);
}

/** The parser asks for the same place of the same text several times over. */
function remembering(find: Known): Known {
  let last = "";
  let answers: { found: KnownName | undefined }[] = [];
  return (text, at) => {
    if (text !== last) [last, answers] = [text, []];
    return (answers[at] ??= { found: find(text, at) }).found;
  };
}

/** A fault at the very beginning or end might as well be a neighbour that is no part of the name. */
const isWhole = (written: string, known: string): boolean =>
  written.length === known.length || (written.charAt(0) === known.charAt(0) && written.at(-1) === known.at(-1));

/** 1 where the next character stands for the suffix, as one that sounds like it or can begin nothing else; 0 where it was left out. */
function wrongSuffix(text: string, at: number): number {
  const next = text.charAt(at);
  if (suffixes.includes(next) || follows.test(text.slice(at, at + 2))) return suffixes.includes(next) ? 1 : 0;
  if (areaSuffix.test(next)) return 0;
  if (suffixes.some((suffix) => soundAlike(suffix, next))) return 1;
  return follows.test(text.slice(at + 1, at + 3)) ? 1 : 0;
}

export const spoken = (name: string, kind: KnownName["kind"]): Spoken => ({ folded: fold(name), kind });
