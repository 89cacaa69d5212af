import { expect, test } from "vitest";
import { procedures } from "./index.ts";
import { WholeCity } from "./testing/whole-city.ts";

const asked = () =>
  new WholeCity(procedures, "2022-08-09 09:00").open("tree-request", "ask", "intakeOfficer@jiefang", {
    place: { lng: 113.24, lat: 35.21, text: "人民公园北门外" },
    danger: "leaning",
    office: "parks",
    caller: { name: "赵某" },
  });

test("a dangerous tree is asked about, permitted, cut and confirmed", () => {
  const city = asked();
  expect(city.refusal("permit", "departmentOfficer@sanitation", { permit: "x" }).code).toBe("not-your-turn");
  city.act("permit", "departmentOfficer@parks", { permit: "同意修剪，保留主干" });
  city.act("finish", "departmentOfficer@parks").act("confirm", "intakeOfficer@jiefang");
  expect(city.case).toMatchObject({ state: "confirmed", facts: { permit: "同意修剪，保留主干" } });
});

test("what was not done well goes back, and the time already spent counts", () => {
  const city = asked().act("permit", "departmentOfficer@parks", { permit: "同意" });
  city.goTo("2022-08-12 09:00").act("finish", "departmentOfficer@parks");
  city.goTo("2022-08-15 09:00").act("sendBack", "intakeOfficer@jiefang", { reason: "断枝未清运" });
  expect(city.case.clocks["work"]).toMatchObject({ status: "running", segments: [{}, {}] });
});
