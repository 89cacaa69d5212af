import { pinyin } from "pinyin-pro";

/**
 * Syllables that people of many regions take for each other count as one: zh/z, ch/c, sh/s, n/l at the beginning,
 * -ng/-n at the end. Tones are left out.
 */
const alike = (syllable: string): string =>
  syllable
    .replace(/^([zcs])h/, "$1")
    .replace(/^n(?=[aeiouv])/, "l")
    .replace(/ng$/, "n");

const known = new Map<string, readonly string[]>();

/** How a character may sound; a letter or figure sounds as itself. Asking the dictionary costs 0.1 ms: once a character. */
export function soundsOf(character: string): readonly string[] {
  const remembered = known.get(character);
  if (remembered !== undefined) return remembered;
  const sounds = /\p{Script=Han}/u.test(character)
    ? [...new Set(pinyin(character, { toneType: "none", type: "array", multiple: true, v: true }).map(alike))]
    : [figureSounds[character] ?? character];
  known.set(character, sounds);
  return sounds;
}

/** Figures are read out like the characters for them. */
const figureSounds: Readonly<Record<string, string>> = Object.fromEntries(
  ["lin", "yi", "er", "san", "si", "wu", "liu", "qi", "ba", "jiu"].map((sound, figure) => [String(figure), sound]),
);

export const soundAlike = (one: string, other: string): boolean =>
  soundsOf(one).some((sound) => soundsOf(other).includes(sound));

/** Ways to read one name aloud, at most; a name has seldom two characters with two readings. */
const mostReadings = 8;

/** The name read aloud, in every way its characters allow. */
export function readAloud(name: string): string[] {
  let readings = [""];
  for (const character of name) {
    const sounds = soundsOf(character);
    readings = readings.flatMap((reading) => sounds.map((sound) => `${reading}${sound} `)).slice(0, mostReadings);
  }
  return readings;
}
