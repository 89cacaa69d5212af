import { expect, test } from "vitest";
import { inOrder } from "./stages.ts";

const title = { zh: "环节", en: "stage" };
const procedures = [
  {
    id: "city-case",
    states: {
      reported: { title, waitsFor: "intakeOfficer" },
      filed: { title, waitsFor: "dispatcher" },
      onHold: { title },
      handled: { title, waitsFor: "intakeOfficer" },
    },
  },
];

test("puts the stages in the order of the procedure", () => {
  const counts = ["handled", "filed", "reported"].map((state, at) => ({
    procedure: "city-case",
    state,
    count: at + 1,
  }));
  expect(inOrder(counts, procedures).map((one) => [one.state, one.count])).toEqual([
    ["reported", 3],
    ["filed", 2],
    ["handled", 1],
  ]);
  expect(inOrder([], procedures)).toEqual([]);
});
