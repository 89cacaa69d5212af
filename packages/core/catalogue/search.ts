import { readsFrom, soundOf, type Sound } from "./pinyin.ts";
import type { CatalogueType } from "./type.ts";

interface Entry {
  readonly type: CatalogueType;
  readonly codes: readonly string[];
  readonly names: readonly string[];
  readonly sounds: readonly Sound[];
  readonly gloss: string;
  readonly glossWords: readonly string[];
}

export type Search = (query: string, limit?: number) => CatalogueType[];

/** The index is built at the first query: a start-up that never searches does not pay for it. */
export function searchOf(types: readonly CatalogueType[]): Search {
  let entries: readonly Entry[] | undefined;
  return (query, limit = 20) => {
    const typed = query.normalize("NFKC").trim().toLowerCase();
    if (typed === "") return [];
    entries ??= types.map(entryOf);
    return entries
      .flatMap((entry, at) => {
        const rank = rankOf(entry, typed);
        return rank === undefined ? [] : [{ entry, rank, at }];
      })
      .toSorted((a, b) => a.rank - b.rank || a.entry.type.name.zh.length - b.entry.type.name.zh.length || a.at - b.at)
      .slice(0, limit)
      .map(({ entry }) => entry.type);
  };
}

function entryOf(type: CatalogueType): Entry {
  const names = [type.name.zh, ...(type.name2013 === undefined ? [] : [type.name2013])];
  const gloss = type.name.en.toLowerCase();
  return {
    type,
    codes: [type.code.toLowerCase(), ...(type.code2013 === undefined ? [] : [type.code2013])],
    names: names.map((name) => name.normalize("NFKC").toLowerCase()),
    sounds: names.map(soundOf),
    gloss,
    glossWords: gloss.split(/[^0-9a-z]+/).filter((word) => word !== ""),
  };
}

/** The better the match, the lower the number; undefined where nothing matches. */
function rankOf(entry: Entry, typed: string): number | undefined {
  const { codes, names } = entry;
  if (codes.includes(typed)) return 0;
  if (names.includes(typed)) return 1;
  if (codes.some((code) => code.startsWith(typed))) return 2;
  if (names.some((name) => name.startsWith(typed))) return 3;
  if (names.some((name) => name.includes(typed))) return 4;
  if (/\p{Script=Han}/u.test(typed)) return names.some((name) => inOrder(name, typed)) ? 12 : undefined;
  return lower(soundRank(entry, typed), glossRank(entry, typed));
}

function soundRank({ sounds }: Entry, typed: string): number | undefined {
  const letters = typed.replaceAll(/[\s']/g, "").replaceAll("ü", "v");
  let rank: number | undefined;
  for (const sound of sounds) {
    for (let at = 0; at < sound.length; at += 1) {
      const end = readsFrom(sound, at, letters);
      if (end < 0) continue;
      rank = lower(rank, at > 0 ? 9 : end === sound.length ? 5 : 7);
      break;
    }
  }
  return rank;
}

/** Every word typed must begin a word of the gloss, or the whole must be a part of it. */
function glossRank({ gloss, glossWords }: Entry, typed: string): number | undefined {
  const words = typed.split(/[^0-9a-z]+/).filter((word) => word !== "");
  if (words.length > 0 && words.every((word) => glossWords.includes(word))) return 6;
  if (words.length > 0 && words.every((word) => glossWords.some((each) => each.startsWith(word)))) return 8;
  // One or two letters occur inside nearly every gloss.
  return typed.length > 2 && gloss.includes(typed) ? 10 : undefined;
}

const lower = (a: number | undefined, b: number | undefined): number | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b);

/** The characters of `part` occur in `whole` in this order, others between them: 违规广告 in 违规户外广告. */
function inOrder(whole: string, part: string): boolean {
  let from = 0;
  for (const character of part) {
    const at = whole.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}
