import dayjs from "dayjs";
import { expect, test } from "vitest";
import { cityInstant, dayText, minuteText, shortText } from "./city-time.ts";

test("shows the city's own clock, whatever the machine's zone", () => {
  expect(minuteText("2022-08-13T02:20:00.000Z")).toBe("2022-08-13 10:20");
  expect(dayText("2022-08-13T16:30:00.000Z")).toBe("2022-08-14");
});

test("a picked wall time becomes the city's instant", () => {
  expect(cityInstant(dayjs("2022-08-14T00:00:00"))).toBe("2022-08-13T16:00:00.000Z");
});

test("leaves out the year within the same year of the city", () => {
  expect(shortText("2022-08-13T02:20:00Z", Date.parse("2022-09-01T00:00:00Z"))).toBe("08-13 10:20");
  expect(shortText("2022-12-31T16:30:00Z", Date.parse("2023-05-01T00:00:00Z"))).toBe("01-01 00:30");
  expect(shortText("2021-12-31T15:00:00Z", Date.parse("2022-05-01T00:00:00Z"))).toBe("2021-12-31 23:00");
});
