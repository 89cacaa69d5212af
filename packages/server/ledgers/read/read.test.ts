import { defaultWorkingTime, makeCalendar, weekdayDays } from "@xiuhua/core/calendar";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readDate } from "./dates.ts";
import { readNamed } from "./named.ts";
import { plainText } from "./plain.ts";
import { readBoolean, readChoice, readNumber } from "./words.ts";

const calendar = makeCalendar({ ...defaultWorkingTime, zone: "Asia/Shanghai" }, weekdayDays());
const china = (text: string) => Date.parse(`${text}+08:00`);
const date = (cell: Parameters<typeof readDate>[0], more: { year?: number; dayEnds?: boolean } = {}) => {
  const read = readDate(cell, { calendar, dayEnds: false, ...more });
  return read.ok ? read.value : read.wantsYear ? "year?" : "no";
};

test("the usual writings of a date", () => {
  for (const text of [
    "2022-08-12",
    "2022-8-12",
    "2022.8.12",
    "2022/08/12",
    "2022年8月12日",
    "2022 年 8 月 12 日",
    "２０２２年８月１２日",
    "20220812",
    "2022年8月12号前",
    "2022年8月12日前完成",
  ])
    expect([text, date(text)]).toEqual([text, china("2022-08-12T00:00")]);
  for (const text of ["2022-08-12 09:30", "2022-08-12T09:30:15", "2022年8月12日 9时30分", "2022年8月12日上午9点30"])
    expect([text, date(text)]).toEqual([text, china("2022-08-12T09:30")]);
  expect(date("2022年8月12日下午3点")).toBe(china("2022-08-12T15:00"));
  expect(date(44_785)).toBe(china("2022-08-12T00:00"));
  expect(date("44785.5")).toBe("no");
  expect(date(44_785.5)).toBe(china("2022-08-12T12:00"));
});

test("a date without its year waits for one; what is due on a day is due at its end", () => {
  for (const text of ["8月12日", "8/12", "8.12", "8月12日前"]) {
    expect([text, date(text)]).toEqual([text, "year?"]);
    expect([text, date(text, { year: 2022 })]).toEqual([text, china("2022-08-12T00:00")]);
  }
  expect(date("2022-08-12", { dayEnds: true })).toBe(china("2022-08-12T23:59:59"));
  expect(date({ year: 2022, month: 8, day: 12, hour: 0, minute: 0 }, { dayEnds: true })).toBe(
    china("2022-08-12T23:59:59"),
  );
  expect(date("2022-08-12 10:00", { dayEnds: true })).toBe(china("2022-08-12T10:00"));
});

test("what is no date is none", () => {
  for (const cell of [
    "2022-02-30",
    "2022-13-01",
    "13月1日",
    "长期",
    "立即",
    "8",
    "",
    "22.8.12",
    "2022年8月",
    12,
    1e9,
    true,
  ])
    expect([cell, date(cell, { year: 2022 })]).toEqual([cell, "no"]);
  fc.assert(fc.property(fc.string(), (text) => ["number", "string"].includes(typeof date(text, { year: 2022 }))));
});

test("any day that is written is read as that day", () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date("1991-09-15T12:00Z"), max: new Date("2199-12-30T12:00Z"), noInvalidDate: true }),
      fc.constantFrom("-", "/", "."),
      (day, mark) => {
        const [year, month, of] = day.toISOString().slice(0, 10).split("-").map(Number);
        const at = date([year, month, of].join(mark));
        expect(at).toBe(date(`${year}年${month}月${of}日`));
        expect(calendar.localDate(Number(at))).toBe(day.toISOString().slice(0, 10));
      },
    ),
  );
});

test("numbers, truths and choices by what people write", () => {
  expect(["1,200", "１２", " 7 ", 3].map((cell) => readNumber(cell, true))).toMatchObject(
    [1200, 12, 7, 3].map((value) => ({ ok: true, value })),
  );
  for (const cell of ["十二", "1.5", "", "1,20"]) expect([cell, readNumber(cell, true).ok]).toEqual([cell, false]);
  expect(["是", "√", "Yes", true, "否", "×"].map(readBoolean)).toMatchObject(
    [true, true, true, true, false, false].map((value) => ({ value })),
  );
  const choices = { wish: { zh: "诉求", en: "Wish" }, hazard: { zh: "隐患", en: "Hazard" } };
  expect(["诉 求", "HAZARD", "wish"].map((cell) => readChoice(cell, choices))).toMatchObject([
    { value: "wish" },
    { value: "hazard" },
    { value: "wish" },
  ]);
  const wrong = readChoice("投诉", choices);
  expect(!wrong.ok && wrong.fault.zh).toContain("诉求、隐患");
});

test("units by name, by a part that only one has, and never by chance", () => {
  const unit = (id: string, zh: string, offered = true) => ({
    id,
    names: [id, zh, `${zh}[${id}]`],
    shown: { zh, en: id },
    offered,
  });
  const word = { zh: "单位", en: "unit" };
  const things = [
    unit("a", "解放区城市管理局"),
    unit("b", "山阳区城市管理局"),
    unit("c", "照明管理处"),
    unit("d", "照明管理处", false),
    unit("e", "园林处"),
    unit("f", "园林处"),
  ];
  const read = (cell: string) => readNamed(cell, { word, things });
  expect(read("解放区 城市管理局")).toEqual({ ok: true, value: "a" });
  expect(read("照明管理处")).toEqual({ ok: true, value: "c" });
  expect(read("照明")).toMatchObject({ ok: true, value: "c", doubt: { zh: "“照明”按“照明管理处”导入" } });
  expect(read("焦作市照明管理处")).toMatchObject({ ok: true, value: "c" });
  for (const [cell, says] of [
    ["城市管理局", "解放区城市管理局 [a]"],
    ["园林处", "园林处 [f]"],
    ["处", "没有名为"],
    ["水务局", "没有名为"],
  ] as const) {
    const wrong = read(cell);
    expect([cell, !wrong.ok && wrong.fault.zh]).toEqual([cell, expect.stringContaining(says)]);
  }
  expect(read("园林处[f]")).toEqual({ ok: true, value: "f" });
});

test("a telephone number stays one", () => {
  expect(plainText(13_800_000_001)).toBe("13800000001");
  expect(plainText(1.5)).toBe("1.5");
});
