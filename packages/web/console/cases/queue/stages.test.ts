import { expect, test } from "vitest";
import { stagesOfMine } from "./stages.ts";

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

test("keeps the stages of my roles, in the order of the procedure", () => {
  const counts = ["handled", "onHold", "filed", "reported"].map((state, at) => ({
    procedure: "city-case",
    state,
    count: at + 1,
  }));
  expect(stagesOfMine(counts, procedures, ["intakeOfficer"]).map((one) => [one.state, one.count])).toEqual([
    ["reported", 4],
    ["handled", 1],
  ]);
  expect(stagesOfMine(counts, procedures, ["leader"])).toEqual([]);
});
