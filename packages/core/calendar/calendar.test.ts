import { describe, expect, it } from "vitest";
import { chinaDays, defaultWorkingTime, makeCalendar } from "./index.ts";

const city = makeCalendar(defaultWorkingTime, chinaDays());
const at = (text: string) => city.atLocal(text.slice(0, 10), text.slice(11));
const read = (instant: number | undefined) =>
  instant === undefined ? undefined : `${city.localDate(instant)} ${city.localTime(instant)}`;

describe("a limit in working days, rolling", () => {
  it("runs from Friday afternoon to Monday afternoon", () => {
    expect(read(city.add(at("2022-08-12 15:00"), { value: 1, unit: "work_day" }))).toBe("2022-08-15 15:00");
  });

  it("that starts on a Saturday ends with Monday's office hours, not on Tuesday morning", () => {
    for (const time of ["00:00", "09:13", "23:59"])
      expect(read(city.add(at(`2022-08-13 ${time}`), { value: 1, unit: "work_day" }))).toBe("2022-08-15 18:00");
  });
});
