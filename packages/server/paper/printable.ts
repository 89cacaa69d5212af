/** What steers text and is not seen: controls, marks of direction, joiners, variants, tags. */
const unseen = /(?!\n)[\p{Cc}\p{Cf}\p{Cs}\p{Co}\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/gu;
/** More marks over one letter than any language has. */
const piled = /(\p{M}{2})\p{M}+/gu;
const longest = 6000;

/**
 * A text as paper can bear it: without what is not seen, lines kept, and what the font lacks shown for what it is. A letter or
 * character of a name that is lost silently would be worse than one that is told by its code (〔U+20BB7〕); of pictures and
 * signs a box is enough.
 *
 * @param has whether the font has a character
 */
export function printable(text: string, has: (code: number) => boolean): string {
  const whole = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return whole
    .normalize("NFC")
    .replaceAll(/\r\n?|[\u0085\u2028\u2029]/gu, "\n")
    .replaceAll("\t", " ")
    .replaceAll(unseen, "")
    .replaceAll(piled, "$1")
    .replaceAll(/[^\n]/gu, (character) => (has(character.codePointAt(0) ?? 0) ? character : standIn(character)))
    .replaceAll(/□{2,}/gu, "□");
}

function standIn(character: string): string {
  if (/\p{Script=Han}/u.test(character))
    return `〔U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}〕`;
  return /\p{M}/u.test(character) ? "" : "□";
}
