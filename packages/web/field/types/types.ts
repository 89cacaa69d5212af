import type { FieldPack } from "@xiuhua/server/api";

export type PackType = FieldPack["types"][number];

/** Types that fit what was typed: name, pinyin, its first letters, or the code; the best first. */
export function findTypes(types: readonly PackType[], typed: string, most = 30): PackType[] {
  const query = typed.normalize("NFKC").trim().toLowerCase().replaceAll(/\s+/g, " ");
  if (query === "") return [];
  const found = types.flatMap((type, at) => {
    const rank = rankOf(type, query);
    return rank === undefined ? [] : [{ type, rank, at }];
  });
  return found
    .toSorted((one, other) => one.rank - other.rank || one.at - other.at)
    .slice(0, most)
    .map(({ type }) => type);
}

/** The better it fits, the lower. */
function rankOf({ code, name, initials, pinyin }: PackType, query: string): number | undefined {
  const zh = name.zh.toLowerCase();
  const en = name.en.toLowerCase();
  const letters = query.replaceAll(/[\s']/g, "");
  if (code === query || zh === query) return 0;
  if (zh.startsWith(query)) return 1;
  if (initials.startsWith(letters)) return 2;
  if (zh.includes(query)) return 3;
  if (pinyin.startsWith(letters)) return 4;
  if (en.startsWith(query)) return 5;
  if (initials.includes(letters)) return 6;
  if (letters.length > 2 && pinyin.includes(letters)) return 7;
  if (query.length > 2 && en.includes(query)) return 8;
  return code.startsWith(query) ? 9 : undefined;
}

/** Pairs of neighbouring Chinese characters: 井盖破损 → 井盖 盖破 破损. */
function pairs(text: string): string[] {
  const runs = text.match(/\p{Script=Han}{2,}/gu) ?? [];
  return runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
}

/** Types whose name shares words with a description, the likeliest first. */
export function typesInWords(types: readonly PackType[], text: string, most = 3): PackType[] {
  const said = new Set(pairs(text));
  if (said.size === 0) return [];
  return types
    .map((type) => {
      const own = pairs(type.name.zh);
      return { type, share: own.filter((pair) => said.has(pair)).length / Math.max(1, own.length) };
    })
    .filter(({ share }) => share >= 0.34)
    .toSorted((one, other) => other.share - one.share)
    .slice(0, most)
    .map(({ type }) => type);
}
