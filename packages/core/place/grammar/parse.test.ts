import { describe, expect, it } from "vitest";
import { format, parse } from "./index.ts";
import { sayings } from "./testing/sayings.ts";
import { sketch } from "./testing/sketch.ts";

const first = (text: string) => parse(text).readings[0];
const sketched = (text: string): string => {
  const found = first(text);
  return found === undefined ? "" : sketch(found.reading);
};

describe("what people say of a place", () => {
  describe.each(Object.entries(sayings))("%s", (_, lines) => {
    it.each(lines)("%j", (said, reading) => {
      expect(sketched(said)).toBe(reading);
    });
  });

  it("is understood again when it is written out", () => {
    const spoilt = Object.values(sayings)
      .flat()
      .filter(([said, reading]) => {
        const found = first(said);
        return found !== undefined && sketched(format(found.reading)) !== reading;
      });
    expect(spoilt).toEqual([]);
  });
});

describe("what text alone cannot decide", () => {
  const all = (text: string) => parse(text).readings.map(({ reading }) => sketch(reading));

  it.each([
    ["惠民路幼儿园对面", ["地点 幼儿园 在惠民路 · 对面", "地点 惠民路幼儿园 · 对面"]],
    ["站前路和平里大街交叉口", ["路口 站前路 × 和平里大街", "路口 站前路 × 平里大街"]],
    ["站前路和平安路交叉口", ["路口 站前路 × 平安路", "路口 站前路 × 和平安路"]],
    [
      "和平街与文化巷交叉口方圆酒店门口",
      ["路口 和平街 × 文化巷 · 那里有方圆酒店门口", "地点 方圆酒店 在和平街 · 门口"],
    ],
    ["民生街道办事处", ["地点 民生街道办事处", "区域 民生街道办事处"]],
    ["和平街文化巷", ["路口 和平街 × 文化巷", "路段 和平街"]],
  ])("%s has several readings", (text, readings) => {
    expect(all(text)).toEqual(expect.arrayContaining(readings));
    expect(all(text)[0]).toBe(readings[0]);
  });

  it("is decided by the names of a gazetteer", () => {
    const names: Readonly<Record<string, "road" | "place">> = { 平里大街: "road", 三岔河: "road", 望湖轩: "place" };
    const known = (folded: string, at: number) => {
      const name = Object.keys(names).find((each) => folded.startsWith(each, at));
      return name === undefined ? undefined : { length: name.length, kind: names[name] ?? "place" };
    };
    const reading = (text: string) => sketch(parse(text, known).readings[0]!.reading);
    expect(reading("站前路和平里大街交叉口")).toBe("路口 站前路 × 平里大街");
    expect(reading("听说望湖轩那里有人打架")).toBe("地点 望湖轩");
    expect(reading("三岔河与站前路交叉口")).toBe("路口 三岔河 × 站前路");
    expect(reading("平里大街一巷18号")).toBe("门牌 平里大街一巷 18号");
  });
});

describe("what a reading leaves over", () => {
  const leftover = (text: string) => first(text)?.leftover.map(({ text: words, plain }) => [words, plain === true]);

  it("stands in the text, with a mark where nothing of the place is missed", () => {
    expect(leftover("报告：我在和平街与文化巷交叉口东30米路南看到有人占道经营！")).toEqual([
      ["报告：我在", true],
      ["看到有人占道经营", true],
    ]);
    expect(leftover("和平街与文化巷交叉口东30米路南；方圆酒店门口")).toEqual([["方圆酒店门口", false]]);
    expect(leftover("和平街与文化巷交叉口，东30米。")).toEqual([]);
  });

  it("gives names as they were written", () => {
    const { reading } = first("泰然９路与Ｇ207交叉口")!;
    expect(reading.anchor).toMatchObject({
      roads: [
        { text: "泰然９路", span: { start: 0, end: 4 } },
        { text: "Ｇ207", span: { start: 5, end: 9 } },
      ],
    });
  });
});
