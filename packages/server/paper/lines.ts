/** May not begin a line (避头). */
const closing = /[，。、；：？！）》〉】〕」』”’…—～·,.;:?!)\]}%℃]/u;
/** May not end one (避尾). */
const opening = /[（《〈【〔「『“‘([{]/u;
/** Letters and figures that hold together. */
const together = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}_'@#&/\\.+=-]/u;

/**
 * A text in lines no wider than `most`. Breaks at blanks and between Chinese characters, keeps closing marks with what they
 * close; a word that is wider than a line is broken where it must be. Linear in the text.
 *
 * @param width of a character, in the measure of `most`
 */
export function linesOf(text: string, most: number, width: (character: string) => number): string[] {
  return text.split("\n").flatMap((paragraph) => wrapped(Array.from(paragraph.trimEnd()), most, width));
}

function wrapped(characters: readonly string[], most: number, width: (character: string) => number): string[] {
  const lines: string[] = [];
  let start = 0;
  let breakAt = 0;
  let used = 0;
  for (let at = 0; at < characters.length; at += 1) {
    const character = characters[at] ?? "";
    if (at > start && mayBreak(characters[at - 1] ?? "", character)) breakAt = at;
    used += width(character);
    if (used <= most || at === start || character === " ") continue;
    const cut = breakAt > start ? breakAt : at;
    lines.push(characters.slice(start, cut).join("").trimEnd());
    start = cut;
    while (characters[start] === " " && start < at) start += 1;
    used = 0;
    for (let kept = start; kept <= at; kept += 1) used += width(characters[kept] ?? "");
  }
  lines.push(characters.slice(start).join("").trimEnd());
  return lines;
}

function mayBreak(before: string, after: string): boolean {
  if (before === " ") return true;
  if (after === " " || closing.test(after) || opening.test(before)) return false;
  return !(together.test(before) && together.test(after));
}
