import { describe, expect, test } from "vitest";
import { doubtsAbout, type PictureFacts } from "./doubts.ts";

const minute = 60_000;
const at = Date.parse("2026-03-02T10:00:00+08:00");
const place = { lng: 113.247831, lat: 35.240428 };
/** About 91 km a degree of longitude there. */
const metresEast = (metres: number) => ({ lng: place.lng + metres / 91_000, lat: place.lat, accuracy: 5, at });

const rules = { farMetres: 100, inWords: (instant: number) => new Date(instant).toISOString().slice(11, 16) };

/** A picture with nothing doubtful about it, taken in the app five minutes after the task began. */
const plain: PictureFacts = {
  isPhoto: true,
  kind: "after",
  byField: true,
  copies: { same: [], near: [] },
  takenAt: at,
  takenPlace: undefined,
  hasCamera: true,
  software: "HarmonyOS 4.2",
  modifiedAt: at,
  capturedAt: at,
  position: metresEast(10),
  clockOffset: 0,
  taskBegan: at - 5 * minute,
  place,
};

const doubts = (changes: Partial<PictureFacts>) => doubtsAbout({ ...plain, ...changes }, rules);
const codes = (changes: Partial<PictureFacts>) => doubts(changes).map((one) => one.code);
const words = (changes: Partial<PictureFacts>) => doubts(changes)[0]?.message;

test("an honest picture raises no doubt", () => {
  expect(doubts({})).toEqual([]);
});

describe("taken before the task began", () => {
  test("is told with both times", () => {
    const early = { capturedAt: at - 60 * minute, takenAt: undefined };
    expect(doubts(early)).toEqual([
      {
        code: "before-task",
        message: {
          zh: "拍摄于 01:00，早于任务开始（01:55）",
          en: "Taken 01:00, before the task began (01:55)",
        },
      },
    ]);
    expect(codes({ capturedAt: undefined, takenAt: at - 60 * minute, modifiedAt: undefined })).toEqual(["before-task"]);
  });

  test("goes by the time without the phone's error", () => {
    const slow = {
      clockOffset: -10 * minute,
      capturedAt: at - 10 * minute,
      takenAt: at - 10 * minute,
      modifiedAt: undefined,
    };
    expect(codes(slow)).toEqual(["clock-wrong"]);
    expect(codes({ ...slow, clockOffset: 0 })).toEqual(["before-task"]);
  });

  test("is no matter for a report, a reference or an earlier state, nor within two minutes", () => {
    const early = { capturedAt: at - 60 * minute, takenAt: undefined };
    expect(codes({ ...early, taskBegan: undefined })).toEqual([]);
    expect(codes({ ...early, kind: "reference" })).toEqual([]);
    expect(codes({ ...early, kind: "before" })).toEqual([]);
    expect(codes({ taskBegan: at + 2 * minute })).toEqual([]);
    expect(codes({ taskBegan: at + 2 * minute + 1 })).toEqual(["before-task"]);
  });
});

describe("far from the case", () => {
  test("is told with the distance, by the phone's position or else the file's", () => {
    expect(words({ position: metresEast(430) })?.zh).toMatch(/^拍摄位置距案件 4[23]\d 米$/);
    expect(words({ position: undefined, takenPlace: metresEast(2300) })).toEqual({
      zh: "拍摄位置距案件 2.3 公里",
      en: "Taken 2.3 km from the case",
    });
  });

  test("gives the picture the benefit of an inexact position, and asks nothing of a case without place", () => {
    expect(codes({ position: metresEast(104) })).toEqual([]);
    expect(codes({ position: metresEast(110) })).toEqual(["far-away"]);
    expect(codes({ position: { ...metresEast(180), accuracy: 90 } })).toEqual([]);
    expect(codes({ position: metresEast(5000), place: undefined })).toEqual([]);
  });
});

describe("used in another case", () => {
  test("is told with the numbers that may be seen, and how many may not", () => {
    expect(doubts({ copies: { same: [{ no: "4108-1" }, {}], near: [] } })).toEqual([
      {
        code: "same-picture",
        message: {
          zh: "同一张照片还用于案件 4108-1，您无权查看的案件 1 件",
          en: "The same picture is used in case 4108-1 and 1 case(s) you may not see",
        },
        cases: ["4108-1"],
      },
    ]);
  });

  test("as a near copy too", () => {
    expect(doubts({ copies: { same: [], near: [{ no: "4108-2" }] } })[0]).toMatchObject({
      code: "near-copy",
      message: { zh: "与其他案件的照片几乎相同：案件 4108-2" },
      cases: ["4108-2"],
    });
  });
});

describe("edited", () => {
  test("by a program that names itself; a phone's own system does not count", () => {
    for (const software of ["Adobe Photoshop 25.0", "Snapseed 2.0", "美图秀秀", "GIMP 2.10"])
      expect(words({ software })?.zh).toBe(`曾用软件处理（${software}）`);
    for (const software of ["MIUI 14", "16.5.1", "HUAWEI P60 4.0.0"]) expect(codes({ software })).toEqual([]);
  });

  test("changed later, or with another time than the phone noted", () => {
    expect(words({ modifiedAt: at + 30 * minute })?.en).toBe("Changed after it was taken (02:30)");
    expect(words({ takenAt: at - 3 * minute, modifiedAt: undefined })?.zh).toBe(
      "照片自带的拍摄时间（01:57）与采集时间（02:00）不符",
    );
    expect(codes({ takenAt: at - 2 * minute, modifiedAt: at })).toEqual([]);
  });

  test("or silent about its camera, unless the app took it or the centre only passed it on", () => {
    const silent = { takenAt: undefined, modifiedAt: undefined, software: undefined, hasCamera: false };
    expect(codes({ ...silent, capturedAt: undefined })).toEqual(["edited"]);
    expect(codes(silent)).toEqual([]);
    expect(codes({ ...silent, capturedAt: undefined, byField: false })).toEqual([]);
  });
});

test("a phone's clock that is off by more than two minutes is told either way", () => {
  expect(codes({ clockOffset: 2 * minute })).toEqual([]);
  expect(words({ clockOffset: 5 * minute })).toEqual({
    zh: "手机时钟快 5 分钟",
    en: "The phone's clock is 5 minutes fast",
  });
  expect(words({ clockOffset: -125_000 })?.zh).toBe("手机时钟慢 2 分钟");
});

test("a picture without any position is told, if it was shown by who was there", () => {
  expect(codes({ position: undefined })).toEqual(["no-position"]);
  expect(codes({ position: undefined, takenPlace: place })).toEqual([]);
  expect(codes({ position: undefined, byField: false })).toEqual([]);
});

test("nothing is doubted about a recording, a document or a drawing", () => {
  expect(codes({ isPhoto: false, position: undefined, clockOffset: 10 * minute })).toEqual([]);
});
