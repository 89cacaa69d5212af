import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { fontFiles } from "./fonts.ts";
import { glyphsOf, type Glyphs } from "./glyphs.ts";
import { linesOf } from "./lines.ts";
import { printable } from "./printable.ts";

let font: Glyphs;
beforeAll(async () => (font = glyphsOf((await fontFiles()).regular)));

const shown = (text: string) => printable(text, font.has);

test("Chinese, rare names and the marks of forms are in the font", () => {
  const text = "焦作市喆堃㛃䶮镕邨龘，“①℃㎡Ⅳ”（甲）——…… abc 123 é";
  expect(shown(text)).toBe(text.normalize("NFC"));
});

test("what the font lacks is told: a character by its code, a picture by a box", () => {
  expect(shown("𠮷野家")).toBe("〔U+20BB7〕野家");
  expect(shown("好😀👨‍👩‍👧的 مرحبا")).toBe("好□的 □");
});

test("what is not seen does not steer the page", () => {
  expect(shown("甲\u202E乙\u0000\u0007\u200B丙\uFEFF\uFE0F\u{E0041}")).toBe("甲乙丙");
  expect(shown("一\r\n二\u2028三\t四")).toBe("一\n二\n三 四");
  expect(shown(`e${"\u0301".repeat(100)}`).length).toBeLessThan(5);
  expect(shown("长".repeat(10_000))).toHaveLength(6001);
});

const width = (character: string) => (character.charCodeAt(0) < 0x2e80 ? 1 : 2);
const lines = (text: string, most: number) => linesOf(text, most, width);

test("lines break between Chinese characters and at blanks, and keep closing marks with what they close", () => {
  expect(lines("商铺门前堆放垃圾，请清理。", 8)).toEqual(["商铺门前", "堆放垃", "圾，请清", "理。"]);
  expect(lines("他说了（请看）好", 8)).toEqual(["他说了", "（请看）", "好"]);
  expect(lines("one two three", 8)).toEqual(["one two", "three"]);
  expect(lines("见https://example.com/long处", 10)).toEqual(["见https:", "//example.", "com/long处"]);
  expect(lines("甲\n\n乙", 10)).toEqual(["甲", "", "乙"]);
  expect(lines("", 10)).toEqual([""]);
});

test("whatever the text, nothing is lost, no line is too wide, and it is done in time", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), fc.integer({ min: 2, max: 40 }), (raw, most) => {
      const text = shown(raw);
      const broken = lines(text, most);
      expect(broken.join("").replaceAll(/\s/gu, "")).toBe(text.replaceAll(/\s/gu, ""));
      for (const line of broken)
        expect(Array.from(line).reduce((sum, one) => sum + width(one), 0)).toBeLessThanOrEqual(Math.max(most, 2));
    }),
  );
  const begun = performance.now();
  lines("a".repeat(200_000), 40);
  lines("，".repeat(200_000), 40);
  expect(performance.now() - begun).toBeLessThan(2000);
});
