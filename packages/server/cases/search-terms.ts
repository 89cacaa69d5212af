/**
 * Text as search terms: pairs of neighbouring Chinese characters, and whole words of letters
 * and digits. PostgreSQL has no Chinese word breaker; pairs find any stretch of two or more.
 * Every term is letters and digits only, so that it is safe inside a tsquery.
 */
export function searchTerms(text: string): string {
  const terms = new Set<string>();
  for (const [word] of text.toLowerCase().matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)) {
    const characters = Array.from(word);
    if (!/\p{Script=Han}/u.test(word)) terms.add(word);
    else if (characters.length === 1) terms.add(word);
    else for (let at = 0; at + 1 < characters.length; at += 1) terms.add(`${characters[at]}${characters[at + 1]}`);
    if (/^\p{Script=Han}/u.test(word)) for (const one of characters) terms.add(one);
  }
  return [...terms].join(" ");
}

/** The query for what a person typed: every term must be there; the last word may be only begun. */
export function searchQuery(text: string): string {
  const parts: string[] = [];
  for (const [word] of text.toLowerCase().matchAll(/[\p{Script=Han}]+|[\p{L}\p{N}]+/gu)) {
    const characters = Array.from(word);
    if (/^\p{Script=Han}/u.test(word) && characters.length > 1)
      for (let at = 0; at + 1 < characters.length; at += 1) parts.push(`${characters[at]}${characters[at + 1]}`);
    else parts.push(/^\p{Script=Han}/u.test(word) ? word : `${word}:*`);
  }
  return parts.join(" & ");
}
