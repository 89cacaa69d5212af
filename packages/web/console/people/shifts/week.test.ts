import { expect, test } from "vitest";
import type { Shift } from "@xiuhua/server/api";
import { shiftRows, weekOf } from "./week.ts";

const shift = (id: string, person: string, startsAt: string): Shift => ({
  id,
  person,
  personName: { zh: person, en: person },
  role: "intakeOfficer",
  startsAt,
  endsAt: new Date(Date.parse(startsAt) + 8 * 3_600_000).toISOString(),
});

test("a week begins on the city's Monday", () => {
  // Sunday 2022-08-14 23:30 in the city, and half an hour later.
  expect(weekOf("2022-08-14T15:30:00Z").format("YYYY-MM-DD")).toBe("2022-08-08");
  expect(weekOf("2022-08-14T16:00:00Z").format("YYYY-MM-DD")).toBe("2022-08-15");
});

test("puts shifts under the city's day, one row a person", () => {
  const monday = weekOf("2022-08-08T04:00:00Z");
  const rows = shiftRows(
    [
      shift("b", "wang", "2022-08-13T16:00:00.000Z"),
      shift("a", "wang", "2022-08-08T00:00:00.000Z"),
      shift("c", "li", "2022-08-07T12:00:00.000Z"),
    ],
    monday,
  );
  expect(rows.map((row) => [row.person.zh, row.days.map((day) => day.map((one) => one.id).join())])).toEqual([
    ["li", ["c", "", "", "", "", "", ""]],
    ["wang", ["a", "", "", "", "", "", "b"]],
  ]);
});
