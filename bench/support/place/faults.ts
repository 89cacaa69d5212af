import { pinyin } from "pinyin-pro";
import type { NamedArea, Position } from "../../../packages/core/place/index.ts";
import type { Chance } from "./chance.ts";
import type { Told } from "./forms.ts";

/** The 3,755 everyday characters of GB 2312, level 1. */
export const everyday: readonly string[] = everydayCharacters();

function everydayCharacters(): string[] {
  const bytes: number[] = [];
  for (let high = 0xb0; high <= 0xd7; high += 1)
    for (let low = 0xa1; low <= (high === 0xd7 ? 0xf9 : 0xfe); low += 1) bytes.push(high, low);
  return Array.from(new TextDecoder("gbk").decode(Uint8Array.from(bytes)));
}

const soundOf = (character: string): string => pinyin(character, { toneType: "none" });
const bySound = new Map<string, string[]>();
for (const character of everyday) {
  const sound = soundOf(character);
  bySound.set(sound, [...(bySound.get(sound) ?? []), character]);
}

const suffix = /(?:大道|大街|路|街|道|巷)$/;

/** A description with something wrong in it; undefined where this fault can not happen to it. */
export type Fault = (told: Told, chance: Chance, areas: readonly NamedArea[]) => Told | undefined;

export const faults: Readonly<Record<string, Fault>> = {
  "one character by ear": (told, chance) =>
    inName(told, chance, (name) => replaced(name, chance, (character) => bySound.get(soundOf(character)) ?? [])),
  "one character wrong": (told, chance) => inName(told, chance, (name) => replaced(name, chance, () => everyday)),
  "suffix missing": (told, chance) =>
    inName(told, chance, (name) => {
      const core = name.replace(suffix, "");
      return core.length < 2 || core === name ? undefined : core;
    }),
  "wrong district": (told, chance, areas) => {
    const wrong = areas.filter(({ polygons }) => !inBox(told.at, polygons[0]?.[0] ?? []));
    return wrong.length === 0 ? undefined : { ...told, text: chance.one(wrong).name + told.text };
  },
};

/** Strikes the first place at which one of the names stands. */
function inName(told: Told, chance: Chance, change: (name: string) => string | undefined): Told | undefined {
  const at = chance.whole(0, told.names.length - 1);
  const name = told.names[at] ?? "";
  const changed = change(name);
  if (changed === undefined) return undefined;
  const names = told.names.map((one, index) => (index === at ? changed : one));
  return { ...told, text: told.text.replace(name, changed), names };
}

function replaced(name: string, chance: Chance, choices: (character: string) => readonly string[]): string | undefined {
  const at = chance.whole(0, name.length - 1);
  const others = choices(name.charAt(at)).filter((one) => one !== name.charAt(at));
  return others.length === 0 ? undefined : name.slice(0, at) + chance.one(others) + name.slice(at + 1);
}

function inBox([lng, lat]: Position, ring: readonly Position[]): boolean {
  const [lngs, lats] = [ring.map(([one]) => one), ring.map(([, one]) => one)];
  return lng >= Math.min(...lngs) && lng <= Math.max(...lngs) && lat >= Math.min(...lats) && lat <= Math.max(...lats);
}

/** Texts that nobody could place: roads that do not exist or never meet, other people's news, noise. */
export function nowhere(
  chance: Chance,
  names: readonly string[],
  apart: (one: string, other: string) => boolean,
): string {
  const invented = () => {
    const size = chance.whole(2, 3);
    return Array.from({ length: size }, () => chance.one(everyday)).join("") + chance.one(["路", "街", "大道", "巷"]);
  };
  const noise = () => Array.from({ length: chance.whole(3, 20) }, () => chance.one(everyday)).join("");
  switch (chance.whole(0, 4)) {
    case 0:
      return `${invented()}与${invented()}交叉口东${chance.whole(10, 200)}米路南`;
    case 1:
      return `${invented()}与${chance.one(names)}交叉口`;
    case 2: {
      const one = chance.one(names);
      const far = names.filter((other) => apart(one, other));
      return far.length === 0 ? noise() : `${one}与${chance.one(far)}交叉口`;
    }
    case 3:
      return chance.one(["今天天气很好", "请尽快处理谢谢", "电话无人接听", "他说的地方找不到", "同上"]) + noise();
    default:
      return noise();
  }
}
