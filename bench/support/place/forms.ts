import type { Position } from "../../../packages/core/place/index.ts";
import type { Chance } from "./chance.ts";
import type { Invented } from "./invented.ts";
import { apart, dot, minus, plus, times, unit, type Meet, type Truth, type Vector, type Walked } from "./truth.ts";
import { inChinese, sideWord, wordOf } from "./words.ts";

/** A description and where it truly lies. */
export interface Told {
  readonly text: string;
  readonly at: Position;
  /** Names in it that a fault may strike, with what else they must meet. */
  readonly names: readonly string[];
}

export type Form = (chance: Chance) => Told | undefined;

/** Every form of description the bench makes. A form answers undefined where chance led to a place it can not tell of. */
export function formsOf(truth: Truth, invented: Invented): Record<string, Form> {
  const meets = truth.meets.filter(({ roads }) => lone(truth, roads));
  const tees = meets.filter((meet) => legs(truth, meet).length === 3);
  const tell = (at: Vector, text: string, names: readonly string[]): Told => ({ text, at: truth.position(at), names });
  const pairOf = (meet: Meet, chance: Chance) =>
    chance.next() < 0.5 ? meet.roads : ([meet.roads[1], meet.roads[0]] as const);

  /** A walk along the first road, and the words for it. */
  const walked = (chance: Chance) => {
    const meet = chance.one(meets);
    const [first, second] = pairOf(meet, chance);
    const metres = chance.whole(4, 30) * 5;
    const walks = truth.walks(meet, first, metres);
    if (walks.length === 0) return undefined;
    const walk = chance.one(walks);
    const way = wordOf(minus(walk.at, meet.at));
    return { meet, first, second, metres, walk, way };
  };
  const sided = (chance: Chance, write: (parts: Parts) => string): Told | undefined => {
    const found = walked(chance);
    if (found === undefined) return undefined;
    const side = chance.next() < 0.5 ? 1 : -1;
    const { first, second, metres, walk, way } = found;
    const text = write({ first, second, metres, way, side: sideWord(walk.along, side) });
    return tell(truth.kerb(first, walk, side), text, [first, second]);
  };

  return {
    "crossing, offset, side": (chance) =>
      sided(chance, ({ first, second, way, metres, side }) => `${first}与${second}交叉口${way}${metres}米路${side}`),
    crossing: (chance) => {
      const meet = chance.one(meets);
      const [first, second] = pairOf(meet, chance);
      const word = chance.one(["交叉口", "路口", "交汇处", "交口", "十字路口"]);
      return tell(meet.at, `${first}${chance.one(["与", "和", "、", "跟"])}${second}${word}`, [first, second]);
    },
    "T-junction": (chance) => {
      if (tees.length === 0) return undefined;
      const meet = chance.one(tees);
      const [first, second] = pairOf(meet, chance);
      return tell(meet.at, `${first}和${second}丁字路口附近`, [first, second]);
    },
    corner: (chance) => {
      const meet = chance.one(meets);
      const found = cornerAt(truth, meet, chance);
      if (found === undefined) return undefined;
      const [first, second] = pairOf(meet, chance);
      return tell(found.at, `${first}与${second}交叉口${found.word}角`, [first, second]);
    },
    stretch: (chance) => stretch(truth, meets, chance, tell),
    "offset in Chinese": (chance) =>
      sided(
        chance,
        ({ first, second, way, metres, side }) => `${first}与${second}交叉口向${way}${inChinese(metres)}米${side}侧`,
      ),
    "house number": (chance) => {
      const door = chance.one(invented.doors);
      return { text: `${door.road}${door.number}号`, at: door.at, names: [door.road] };
    },
    place: (chance) => {
      const place = chance.one(invented.places.filter(({ kind }) => kind === "poi"));
      const word = chance.one(["门口", "", "旁", "附近"]);
      const road = chance.next() < 0.5 ? (place.road ?? "") : "";
      return { text: `${road}${place.name}${word}`, at: place.at, names: [place.name] };
    },
    building: (chance) => {
      const place = chance.one(invented.places.filter(({ kind }) => kind === "building"));
      return { text: place.name, at: place.at, names: [place.name.slice(0, place.name.indexOf("区") + 1)] };
    },
    poles: (chance) => {
      const pole = chance.one(invented.places.filter(({ kind }) => kind === "pole"));
      const next = String(Number(pole.name) + 1).padStart(3, "0");
      const other = invented.places.find(({ id }) => id === `${pole.road}${next}`);
      if (other === undefined || pole.road === undefined) return undefined;
      const middle = times(plus(truth.vector(pole.at), truth.vector(other.at)), 0.5);
      return tell(middle, `${pole.road}${pole.name}号灯杆与${other.name}号灯杆之间`, [pole.road]);
    },
    "other words": (chance) => sided(chance, (parts) => chance.one(phrasings)(parts)),
  };
}

interface Parts {
  readonly first: string;
  readonly second: string;
  readonly way: string;
  readonly metres: number;
  readonly side: string;
}

/** How else people say it. */
const phrasings: readonly ((parts: Parts) => string)[] = [
  ({ first, second, way, metres, side }) => `${first}和${second}路口往${way}${metres}米路${side}侧`,
  ({ first, second, way, metres, side }) =>
    `在${first}与${second}交叉口${way}侧约${metres}米处${side}侧人行道发现井盖破损`,
  ({ first, second, way, metres, side }) => `${first}上，${second}交叉口以${way}${metres}米，路${side}`,
  ({ first, second, way, metres, side }) => `${first}（${second}交叉口${way}${metres}米路${side}）`,
  ({ first, second, way, metres, side }) => `距${first}与${second}交汇处${way}${metres}米路${side}有垃圾`,
  ({ first, second, way, metres, side }) => `${first}、${second}十字路口${way}边${inChinese(metres)}米，路${side}`,
  ({ first, second, way, metres, side }) => `${first}${side}侧，距${second}交叉口${way}${metres}米`,
  ({ first, second, way, metres, side }) => `${first}跟${second}交口向${way}走${metres}米左右，马路${side}边`,
  ({ first, second, way, metres, side }) => `${first}${second}路口${way}${metres}m路${side}`,
];

/** Whether two roads meet once only: the others are answered with several points, rightly. */
function lone(truth: Truth, roads: readonly [string, string]): boolean {
  return truth.meets.filter((meet) => meet.roads.join() === roads.join()).length === 1;
}

function legs(truth: Truth, meet: Meet): (Walked & { readonly road: string })[] {
  const out: (Walked & { road: string })[] = [];
  for (const road of meet.roads)
    for (const walk of truth.walks(meet, road, meet.reach + 25)) {
      const way = unit(minus(walk.at, meet.at));
      if (!out.some((other) => dot(unit(minus(other.at, meet.at)), way) > 0.8)) out.push({ ...walk, road });
    }
  return out;
}

/** A corner between two legs of different roads that stand about square to each other. */
function cornerAt(truth: Truth, meet: Meet, chance: Chance): { at: Vector; word: string } | undefined {
  const all = legs(truth, meet);
  if (all.length < 2) return undefined;
  const one = chance.one(all);
  const others = all.filter((leg) => {
    const turn = dot(unit(minus(leg.at, meet.at)), unit(minus(one.at, meet.at)));
    return leg.road !== one.road && Math.abs(turn) < 0.5;
  });
  if (others.length === 0) return undefined;
  const other = chance.one(others);
  const [u, v] = [unit(minus(one.at, meet.at)), unit(minus(other.at, meet.at))];
  const kerb = (leg: typeof one, towards: Vector) =>
    truth.kerb(leg.road, leg, dot([-leg.along[1], leg.along[0]], towards) > 0 ? 1 : -1);
  // Where the line of the one kerb meets that of the other: few streets stand quite square.
  const [from, to] = [kerb(one, v), kerb(other, u)];
  const turn = cross(one.along, other.along);
  if (Math.abs(turn) < 0.35) return undefined;
  const at = plus(from, times(one.along, cross(minus(to, from), other.along) / turn));
  return apart(at, meet.at) > 80 ? undefined : { at, word: wordOf(plus(u, v)) };
}

const cross = (a: Vector, b: Vector): number => a[0] * b[1] - a[1] * b[0];

function stretch(
  truth: Truth,
  meets: readonly Meet[],
  chance: Chance,
  tell: (at: Vector, text: string, names: readonly string[]) => Told,
): Told | undefined {
  const from = chance.one(meets);
  const [road, first] = chance.next() < 0.5 ? from.roads : ([from.roads[1], from.roads[0]] as const);
  const tos = meets.filter((meet) => meet !== from && meet.roads.includes(road) && apart(meet.at, from.at) < 1500);
  if (tos.length === 0) return undefined;
  const to = chance.one(tos);
  const second = to.roads[0] === road ? to.roads[1] : to.roads[0];
  if (second === first) return undefined;
  // Walked in steps until the other crossing is reached; then half of that.
  for (let metres = 20; metres < 2500; metres += 10) {
    const walk = truth.walks(from, road, metres).find(({ at }) => apart(at, to.at) < to.reach + 12);
    if (walk === undefined) continue;
    const whole = metres + dot(minus(to.at, walk.at), walk.along);
    const half = truth.walks(from, road, whole / 2);
    const middle = half.find(({ at }) => dot(minus(at, from.at), minus(to.at, from.at)) > 0);
    if (middle === undefined) return undefined;
    const at = truth.kerb(road, middle, 0);
    return tell(at, `${road}（${first}${chance.one(["—", "至", "到", "-"])}${second}段）`, [road, first, second]);
  }
  return undefined;
}
