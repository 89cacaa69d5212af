import { expect, test } from "vitest";
import { completed, quickOf, type Quick } from "./quick.ts";

const words = (zh: string) => ({ zh, en: zh });
const choice = { enum: ["fall", "lost"], widget: "choice", words: words("情形") };
const text = { type: "string", minLength: 1, words: words("经过") };
const opening = (required: readonly string[], evidence: Record<string, number> = {}) => ({
  action: "log",
  weight: "plain" as const,
  role: "collector",
  title: words("记一次帮扶"),
  evidence,
  input: {
    type: "object",
    required,
    properties: {
      kind: choice,
      called: choice,
      account: text,
      place: { type: "object", widget: "place" },
      helpedAt: { type: "integer", widget: "date" },
    },
  },
});
const found = (form: ReturnType<typeof opening>): Quick[] => quickOf([{ id: "help-event", openings: [form] }]);
const keys = (fields: Quick["more"]) => fields.map(({ path }) => path.join());

test("offers what is told by one or two taps", () => {
  const [quick] = found(opening(["kind", "called"]));
  expect([keys(quick!.choices), keys(quick!.more), keys(quick!.known)]).toEqual([
    ["kind", "called"],
    ["account"],
    ["place", "helpedAt"],
  ]);
});

test("and not what must be written or photographed, nor what asks for nothing", () => {
  expect(found(opening(["kind", "account"]))).toEqual([]);
  expect(found(opening(["kind"], { near: 1 }))).toEqual([]);
  expect(found(opening([]))).toEqual([]);
});

test("adds where and, if it goes out later, when", () => {
  const [quick] = found(opening(["kind", "called"]));
  const point = { lng: 113.24, lat: 35.24 };
  const tapped = { kind: "fall", called: "family" };
  expect(completed(quick!, tapped, { point, placeText: "和平街", at: 5 })).toEqual({
    ...tapped,
    place: { ...point, text: "和平街" },
    helpedAt: 5,
  });
  expect(completed(quick!, tapped, { point, placeText: undefined, at: undefined })["place"]).toMatchObject({
    text: "35.24000, 113.24000",
  });
  expect(completed(quick!, tapped, { point: undefined, placeText: undefined, at: undefined })).toEqual(tapped);
});
