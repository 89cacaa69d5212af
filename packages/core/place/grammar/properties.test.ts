import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Anchor, Name, Reading } from "../reading.ts";
import { directions } from "../reading.ts";
import { fold, format, parse } from "./index.ts";
import { measured } from "./parse.ts";
import { sayings } from "./testing/sayings.ts";

/** Whatever of a reading is a name, wherever it stands. */
function namesOf(value: unknown): Name[] {
  if (typeof value !== "object" || value === null) return [];
  return isName(value) ? [value] : Object.values(value).flatMap(namesOf);
}

function isName(value: object): value is Name {
  return "text" in value && "span" in value;
}

const words = [
  "和平街",
  "与",
  "和",
  "交叉口",
  "东30米",
  "路南",
  "（",
  "）",
  "18号",
  "在",
  "小区",
  "3号楼",
  "灯杆",
  "至",
  "村",
  "，",
  "。",
  "河",
  "桥",
  "a",
  "9",
  "\n",
  "😀",
  "之间",
  "解放区",
];
const anything = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.array(fc.constantFrom(...words), { maxLength: 25 }).map((parts) => parts.join("")),
  fc
    .tuple(fc.constantFrom(...Object.values(sayings).flat()), fc.nat(), fc.nat())
    .map(([[said], from, to]) => said.slice(from % (said.length + 1), to % (said.length + 1))),
);

describe("parse", () => {
  it("answers any string, and everything it gives stands in it", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const parsed = parse(text);
        expect(parsed.text).toBe(text);
        for (const { reading, leftover } of parsed.readings) {
          const used = new Set<number>();
          for (const { text: name, span } of namesOf(reading)) {
            expect(text.slice(span.start, span.end)).toBe(name);
            expect(name).not.toBe("");
            for (let i = span.start; i < span.end; i += 1) used.add(i);
          }
          let before = 0;
          for (const { text: piece, span } of leftover) {
            expect(span.start).toBeGreaterThanOrEqual(before);
            expect(span.end).toBeGreaterThan(span.start);
            expect(text.slice(span.start, span.end)).toBe(piece);
            for (let i = span.start; i < span.end; i += 1) expect(used.has(i)).toBe(false);
            before = span.end;
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it("answers with any gazetteer, also one that answers nonsense", () => {
    const kinds = fc.constantFrom("road" as const, "area", "place", "home", "water", "bridge");
    const names = fc.func(
      fc.option(fc.record({ length: fc.integer({ min: -3, max: 60 }), kind: kinds }), { nil: undefined }),
    );
    fc.assert(
      fc.property(anything, names, (text, known) => {
        const parsed = parse(text, (_, at) => known(at));
        for (const { text: name, span } of namesOf(parsed.readings))
          expect(text.slice(span.start, span.end)).toBe(name);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ["of one road after another", "和平街与"],
    ["that never meet", "和平街与文化巷和"],
    ["of connectors", "与和跟及同"],
    ["of directions", "东南西北"],
    ["of numbers", "东3东30东三"],
    ["of digits", "1234567890"],
    ["of Chinese digits", "一二三四"],
    ["of dashes", "18-2-"],
    ["of poles", "灯杆编号："],
    ["of opened parentheses", "和平街（文化巷"],
    ["of closed parentheses", "店）"],
    ["of areas", "村镇乡区市"],
    ["of places", "方圆酒店门口"],
    ["of areas and places", "王庄村方圆酒店"],
    ["of ways without a beginning", "东30米"],
    ["of endings", "小区花园酒店"],
    ["of blanks", "和 平 "],
    ["without any word", "齉龘靐"],
    ["of pictures", "😀"],
    ["of sentences", "和平街与文化巷交叉口东30米路南，"],
  ])("takes twice the steps for twice the text %s", (_, part) => {
    const [half, whole] = [steps(part, 10_000), steps(part, 20_000)];
    expect(whole).toBeLessThan(2.1 * half);
    expect(whole).toBeLessThan(20_000 * mostSteps);
  });

  it("goes on so to a hundred kilobytes", () => {
    const garbage = "和平街与路南交东3叉（灯杆，巷口至";
    expect(steps(garbage, 100_000)).toBeLessThan(2.1 * steps(garbage, 50_000));
  });
});

/** Look-ups a unit; our own choice, some ten times what the worst of these texts takes. */
const mostSteps = 300;

/** Look-ups that a text of so many units takes, made of one part over and over. */
function steps(part: string, units: number): number {
  return measured(part.repeat(Math.ceil(units / part.length)).slice(0, units)).steps;
}

describe("fold", () => {
  it("keeps every unit in its place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(fold(text)).toHaveLength(text.length);
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
    expect(fold("Ｇ２０７與東環路（Ａ座）")).toBe("g207与东环路(a座)");
    expect(fold("路".repeat(10_000) + "Ａ")).toBe("路".repeat(10_000) + "a");
  });
});

const name = (text: string): Name => ({ text, span: { start: 0, end: 0 } });
const oneOf = (...texts: string[]) => fc.constantFrom(...texts).map(name);
const road = oneOf(
  "和平街",
  "文化巷",
  "人民东路",
  "西环路",
  "大同路",
  "与民路",
  "深南大道辅路",
  "和平街一巷",
  "三号路",
  "泰然九路",
  "中州路",
  "207国道",
);
const place = oneOf("方圆酒店", "宏光农贸市场", "幼儿园", "东方红广场", "征云礼堂", "人民公园", "解放路桥");
const other = oneOf("翠竹商场", "光明医院");
const proper = oneOf("方圆酒店", "征云礼堂");
const home = oneOf("翠湖小区", "光亚新村", "焦煤家属院", "阳光花园");
const number = fc.integer({ min: 1, max: 2000 });
const direction = fc.constantFrom(...directions);
const label = fc.oneof(number.map(String), fc.constantFrom("甲1", "A", "三"));
const kind = <K extends Anchor["kind"]>(of: K) => fc.constant(of);
const crossing = fc.record({
  kind: kind("crossing"),
  roads: fc.uniqueArray(road, { minLength: 2, maxLength: 3, selector: ({ text }) => text }),
  shape: fc.constantFrom("meeting" as const, "crossroads", "tee", "roundabout", "overpass"),
});
const stretch = fc.record(
  {
    kind: kind("stretch"),
    road: oneOf("和平街", "西环路"),
    between: fc.tuple(oneOf("文化巷", "与民路"), oneOf("中州路", "和平街一巷")),
    part: fc.oneof(direction, fc.constant("middle" as const)),
  },
  { requiredKeys: ["kind", "road"] },
);
const door = fc.record(
  { kind: kind("door"), road, number, yard: fc.boolean(), annex: number, prefix: fc.constantFrom("甲", "临") },
  { requiredKeys: ["kind", "road", "number", "yard"] },
);
const named = fc.oneof(
  fc.record({ kind: kind("named"), name: place, road }, { requiredKeys: ["kind", "name"] }),
  fc.record({ kind: kind("named"), name: proper, road, oppositeOf: other }, { requiredKeys: ["kind", "name"] }),
  fc.record({ kind: kind("named"), name: place, and: other }),
);
const community = fc.record(
  {
    kind: kind("community"),
    name: home,
    road,
    section: fc.constantFrom("二期", "东区", "A区"),
    building: label,
    unit: number.map(String),
  },
  { requiredKeys: ["kind", "name", "building"] },
);
const poles = fc.record({
  kind: kind("poles"),
  road,
  numbers: fc.constantFrom<readonly [string] | readonly [string, string]>(["023"], ["023", "026"]),
  what: fc.constantFrom("灯杆", "电线杆"),
});
const bank = fc.record({
  kind: kind("bank"),
  water: oneOf("群英河", "大沙河"),
  bank: fc.constantFrom("left" as const, "right", "north", "southEast"),
});
const anchor: fc.Arbitrary<Anchor> = fc.oneof(crossing, stretch, door, named, community, poles, bank);

const about = fc.boolean();
const metres = fc.oneof(fc.integer({ min: 1, max: 5000 }), fc.constantFrom(12.5, 0.5));
/** So far in a direction, or only so far, or nothing; a distance goes with no direction. */
const way = fc.oneof(
  fc.record({ offset: fc.record({ direction, metres, about }) }),
  fc.record({ distance: fc.record({ metres, about }) }),
  fc.constant({}),
);
const relation = fc.constantFrom(
  "opposite" as const,
  "entrance",
  "beside",
  "near",
  "behind",
  "inFront",
  "under",
  "inside",
);
const landmark = fc.record({ name: place, relation });
const areas = fc.array(oneOf("焦作市", "解放区", "民生街道", "和平社区"), { maxLength: 3 });
const said = fc.record(
  { side: direction, corner: direction, relation, towards: direction, landmark },
  { requiredKeys: [] },
);

const reading: fc.Arbitrary<Reading> = fc
  .tuple(areas, anchor, way, said)
  .map(([within, at, along, { towards, landmark: beside, ...rest }]) => {
    const isRoad = at.kind === "stretch" || at.kind === "poles";
    const isExact = at.kind === "door" || at.kind === "crossing";
    return {
      areas: within,
      anchor: at,
      ...along,
      ...rest,
      ...(towards === undefined || isRoad || "distance" in along ? {} : { towards }),
      ...(beside === undefined || !isExact ? {} : { landmark: beside }),
    };
  });

const unspanned = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, part: unknown) => (key === "span" ? undefined : part)));

describe("format", () => {
  it("writes what parse reads back", () => {
    fc.assert(
      fc.property(reading, (made) => {
        const text = format(made);
        expect([text, unspanned(parse(text).readings[0]?.reading)]).toEqual([text, unspanned(made)]);
      }),
      { numRuns: 1500 },
    );
  });
});
