import type { Words } from "@xiuhua/core/procedure";
import type { CellValue } from "../sheet/index.ts";
import { folded, plainText } from "./plain.ts";
import { faulty, taken, type Read } from "./outcome.ts";

/** Something that a cell may name. */
export interface NamedThing {
  readonly id: string;
  /** Every way in which it is written. */
  readonly names: readonly string[];
  /** How it is told. */
  readonly shown: Words;
  /** Whether the form would offer it. */
  readonly offered: boolean;
}

export interface Kind {
  /** 单位, 人员 … */
  readonly word: Words;
  readonly things: readonly NamedThing[];
}

/** At most so many names in a sentence. */
const told = 5;

/**
 * By its name, or by a part of it that only one has. What was taken though the cell says a little else is a doubt; two that
 * may be meant are a fault.
 */
export function readNamed(cell: CellValue, { word, things }: Kind): Read {
  const text = plainText(cell);
  const wanted = folded(text);
  const exact = preferred(things.filter((thing) => thing.names.some((name) => folded(name) === wanted)));
  if (exact.length === 1) return taken(exact[0]?.id);
  if (exact.length > 1) return several(text, word, exact);
  if (wanted.length < 2) return none(text, word);
  const like = things.filter(
    (thing) =>
      thing.offered && thing.names.some((name) => isPart(folded(name), wanted) || isPart(wanted, folded(name))),
  );
  const [only] = like;
  if (only && like.length === 1)
    return taken(only.id, { zh: `“${text}”按“${only.shown.zh}”导入`, en: `“${text}” is taken as “${only.shown.en}”` });
  return like.length > 1 ? several(text, word, like) : none(text, word);
}

/** Those that the form offers, if any of them is among them. */
function preferred(things: readonly NamedThing[]): readonly NamedThing[] {
  const offered = things.filter((thing) => thing.offered);
  return offered.length > 0 ? offered : things;
}

const isPart = (whole: string, part: string): boolean => part.length > 1 && whole.includes(part);

const none = (text: string, word: Words): Read =>
  faulty(`没有名为“${text}”的${word.zh}`, `There is no ${word.en} called “${text}”`);

function several(text: string, word: Words, things: readonly NamedThing[]): Read {
  const names = (language: keyof Words) =>
    things.slice(0, told).map((thing) => `${thing.shown[language]} [${thing.id}]`);
  return faulty(
    `“${text}”可指多个${word.zh}：${names("zh").join("、")}；请写全称或方括号里的代号`,
    `“${text}” may be several: ${names("en").join(", ")}; write the full name or the id in brackets`,
  );
}
