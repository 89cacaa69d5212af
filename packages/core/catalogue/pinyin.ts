import { pinyin } from "pinyin-pro";

/** One character's readings without tones, the most likely in this word first; a letter or digit reads as itself. */
type Readings = readonly string[];

/** How a Chinese name sounds: one entry a character, punctuation left out. */
export type Sound = readonly Readings[];

/** Takes the name apart once; every further look-up is plain string work. */
export function soundOf(name: string): Sound {
  const likely = pinyin(name, { toneType: "none", type: "array", v: true });
  return Array.from(name).flatMap((character, at) => {
    if (/[0-9A-Za-z]/.test(character)) return [[character.toLowerCase()]];
    if (!/\p{Script=Han}/u.test(character)) return [];
    const all = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
    return [[...new Set([likely[at] ?? "", ...all])].filter((reading) => reading !== "")];
  });
}

/** A name in letters, by its likeliest reading: the whole, `feifaxiaoguanggao`, and its first letters, `ffxgg`. */
export function spelt(name: string): { readonly whole: string; readonly initials: string } {
  const syllables = soundOf(name).map((readings) => readings[0] ?? "");
  return { whole: syllables.join(""), initials: syllables.map((one) => one.slice(0, 1)).join("") };
}

/**
 * Whether `typed` (lower case letters) can be read off the characters from `at` on, each by its whole syllable, its
 * initial, or, for the last one touched, a part of its syllable: `ffxgg`, `feifaxiao`, `ffxiaogg`, `feifaxia`.
 * Answers the index after the last character used, or -1.
 */
export function readsFrom(sound: Sound, at: number, typed: string): number {
  if (typed === "") return at;
  const readings = sound[at];
  if (readings === undefined) return -1;
  for (const reading of readings) {
    if (reading.startsWith(typed)) return at + 1;
    for (const part of partsOf(reading)) {
      if (!typed.startsWith(part)) continue;
      const end = readsFrom(sound, at + 1, typed.slice(part.length));
      if (end >= 0) return end;
    }
  }
  return -1;
}

function partsOf(reading: string): readonly string[] {
  const initial = reading.slice(0, 1);
  const double = /^[zcs]h/.test(reading) ? [reading.slice(0, 2)] : [];
  return [reading, ...double, initial];
}
