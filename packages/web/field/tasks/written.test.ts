import { expect, test } from "vitest";
import { fieldsOf, inputOf } from "../../shared/case/index.ts";
import { draftOf, shownOf } from "./written.ts";

const fields = fieldsOf({ properties: { type: { type: "string", widget: "type" }, note: { type: "string" } } });
const begin = { type: "07001" };
/** What is sent after the draft went to the disk and back; a part that is undefined is left out there. */
const sent = (values: Record<string, unknown>) =>
  inputOf(
    fields,
    shownOf(begin, Object.fromEntries(Object.entries(draftOf(values)).filter(([, one]) => one !== undefined))),
  );

test("what the form begins with is sent unless it was changed or taken away", () => {
  expect(sent({})).toEqual({ type: "07001" });
  expect(sent({ ...begin, note: "属实" })).toEqual({ type: "07001", note: "属实" });
  expect(sent({ type: "08001" })).toEqual({ type: "08001" });
  expect(sent({ type: undefined })).toEqual({});
});
