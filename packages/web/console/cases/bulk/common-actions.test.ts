import { expect, test } from "vitest";
import type { ActionForm } from "@xiuhua/server/api";
import { commonActions, oneOfEach } from "./common-actions.ts";

const form = (action: string, weight: ActionForm["weight"] = "plain"): ActionForm => ({
  action,
  title: { zh: action, en: action },
  weight,
  role: "intakeOfficer",
  input: {},
  evidence: {},
});

test("asks once for each state of each procedure", () => {
  const rows = [
    { no: "1", procedure: "city-case", state: "filed" },
    { no: "2", procedure: "city-case", state: "filed" },
    { no: "3", procedure: "city-case", state: "accepted" },
    { no: "4", procedure: "lost-property", state: "filed" },
  ];
  expect(oneOfEach(rows).map((row) => row.no)).toEqual(["1", "3", "4"]);
});

test("offers what all of them allow", () => {
  const names = commonActions([
    [form("accept"), form("merge"), form("void")],
    [form("merge"), form("accept")],
    [form("accept")],
  ]).map((one) => one.action);
  expect(names).toEqual(["accept"]);
  expect(commonActions([])).toEqual([]);
  expect(commonActions([[form("accept")], []])).toEqual([]);
});

test("puts what is usually done on top and the grave at the end", () => {
  const list = [form("void", "grave"), form("correct"), form("accept", "main"), form("verify")];
  expect(commonActions([list]).map((one) => one.action)).toEqual(["accept", "correct", "verify", "void"]);
});
