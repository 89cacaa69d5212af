import { openings } from "@xiuhua/core/procedure";
import { cityCase, procedures } from "@xiuhua/procedures";
import { expect, test } from "vitest";
import { matchColumns } from "./columns.ts";
import { ledgerForms } from "./fields.ts";
import { helpLedger } from "./fixture.ts";

const [help] = ledgerForms([helpLedger], ["intakeOfficer"]);
const matched = (...titles: string[]) =>
  matchColumns(help?.fields ?? [], { row: 1, cells: titles }).matches.map(
    ({ field, column, how }) => `${field}=${titles[column]} ${how}`,
  );

test("headings are known by the field's words in either language, and by what means the same", () => {
  expect(matched("企业 名称*", "Problem", "责任科室（盖章）", "办结时限：")).toEqual([
    "enterprise=企业 名称* same",
    "problem=Problem same",
    "section=责任科室（盖章） same",
    "due=办结时限： same",
  ]);
  expect(matched("责任单位", "走访时间", "联系电话号码", "名称")).toEqual([
    "section=责任单位 similar",
    "found=走访时间 similar",
    "enterprise=名称 similar",
    "contact/phone=联系电话号码 similar",
  ]);
});

test("a column fills one field, and one character in common is no likeness", () => {
  expect(matched("存在问题", "存在问题")).toEqual(["problem=存在问题 same"]);
  expect(matched("人", "业", "备注", "时限")).toEqual(["due=时限 similar"]);
});

test("an opening that asks for photos takes no ledger; a field without words has no column", () => {
  expect(ledgerForms([cityCase], ["collector"]).map(({ opening }) => opening.action)).toEqual(["report"]);
  const [report] = ledgerForms([cityCase], ["intakeOfficer"]);
  expect(report?.fields.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
    "place place",
    "description text",
    "source choice",
    "type type",
    "component id",
    "capturedAt date",
    "externalNo text",
  ]);
});

test.each([...procedures.values()])("$id takes a ledger by every opening that asks for no photos", (procedure) => {
  const roles = Object.keys(procedure.roles);
  const photoless = openings(procedure, roles).filter((opening) =>
    Object.values(opening.evidence).every((one) => one === 0),
  );
  expect(ledgerForms([procedure], roles).map(({ opening }) => opening.action)).toEqual(
    photoless.map((opening) => opening.action),
  );
});
