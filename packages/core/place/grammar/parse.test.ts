import { describe, expect, it } from "vitest";
import { format, parse } from "./index.ts";

describe("a description of a place", () => {
  it.each([
    ["和平街与文化巷交叉口东30米路南", "和平街与文化巷交叉口东30米路南"],
    ["站前路和中州路丁字路口附近", "站前路与中州路丁字路口附近"],
    ["解放路宏光农贸市场对面方圆酒店门口", "解放路宏光农贸市场对面方圆酒店门口"],
    ["征云礼堂", "征云礼堂"],
  ])("%s", (text, expected) => {
    const reading = parse(text).readings[0]?.reading;
    expect(reading === undefined ? undefined : format(reading)).toBe(expected);
  });
});
