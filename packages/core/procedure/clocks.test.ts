import { describe, expect, test } from "vitest";
import { chinaDays, defaultWorkingTime, makeCalendar, type Calendar, type Limit } from "../calendar/index.ts";
import type { ClockRecord } from "./case.ts";
import { colour, extendClock, isLate, pauseClock, relimitClock, resumeClock, startClock, stopClock } from "./clocks.ts";

const city = makeCalendar(defaultWorkingTime, chinaDays());
const at = (text: string) => city.atLocal(text.slice(0, 10), text.slice(11));
const read = (instant: number | undefined) =>
  instant === undefined ? undefined : `${city.localDate(instant)} ${city.localTime(instant)}`;
const started = (limit: Limit, from: string, calendar: Calendar = city) => startClock(limit, at(from), calendar);
const fourHours: Limit = { value: 4, unit: "work_hour" };

describe("a clock", () => {
  test("warns at 80 % of its limit and runs out at 100 %, in working time", () => {
    const clock = started({ value: 5, unit: "work_hour" }, "2022-08-12 15:00");
    expect(read(clock.warn)).toBe("2022-08-15 09:00");
    expect(read(clock.due)).toBe("2022-08-15 10:00");
    const light = (time: string) => colour(clock, at(time));
    expect([light("2022-08-15 09:00"), light("2022-08-15 09:01")]).toEqual(["green", "yellow"]);
    expect([light("2022-08-15 10:00"), light("2022-08-15 10:01")]).toEqual(["yellow", "red"]);
  });

  test("runs through National Day's week and the make-up Saturday after it", () => {
    // 1 to 7 October 2022 were free; Saturday 8 and Sunday 9 October were worked.
    expect(read(started(fourHours, "2022-09-30 17:00").due)).toBe("2022-10-08 11:00");
    expect(read(started({ value: 2, unit: "work_day" }, "2022-09-30 17:00").due)).toBe("2022-10-09 17:00");
  });

  test("keeps its due time when it is paused after the limit, and has none when before", () => {
    const clock = started(fourHours, "2022-08-11 08:00");
    expect(pauseClock(clock, at("2022-08-11 11:00"), city).due).toBeUndefined();
    expect(read(pauseClock(clock, at("2022-08-11 15:00"), city).due)).toBe("2022-08-11 12:00");
  });

  test("goes on with what was left after a pause", () => {
    const paused = pauseClock(started(fourHours, "2022-08-11 08:00"), at("2022-08-11 11:00"), city);
    const clock = resumeClock(paused, at("2022-08-12 17:30"), city);
    expect(read(clock.due)).toBe("2022-08-15 08:30");
    expect(clock.segments).toHaveLength(2);
    expect(resumeClock(clock, at("2022-08-13 09:00"), city)).toBe(clock);
  });

  test("that is stopped keeps the time at which it would have run out", () => {
    const running = started({ value: 3, unit: "work_day" }, "2022-08-11 08:00");
    const clock = stopClock(running, at("2022-08-11 10:00"), city);
    expect([clock.due, clock.warn]).toEqual([running.due, running.warn]);
    expect(isLate(clock, at("2022-12-31 00:00"))).toBe(false);
    expect(stopClock(clock, at("2022-08-20 10:00"), city)).toBe(clock);
    expect(pauseClock(clock, at("2022-08-20 10:00"), city)).toBe(clock);
  });

  test("that is stopped warns when it would have warned, however the city counts days", () => {
    const byDay = makeCalendar({ ...defaultWorkingTime, dayCounting: "endOfDay" }, chinaDays());
    for (const limit of [
      { value: 3, unit: "work_day" },
      { value: 1, unit: "calendar_month" },
    ] as const) {
      const running = started(limit, "2022-08-11 08:00", byDay);
      const stopped = stopClock(running, at("2022-08-11 10:00"), byDay);
      expect(stopped.warn).toBe(running.warn);
      expect(stopped.due).toBe(running.due);
    }
  });

  test("that is stopped while paused has no time at which it would have run out", () => {
    const paused = pauseClock(started(fourHours, "2022-08-11 08:00"), at("2022-08-11 11:00"), city);
    const clock = stopClock(paused, at("2022-08-15 11:00"), city);
    expect(clock.segments).toEqual(paused.segments);
    expect(isLate(clock, at("2022-08-15 11:00"))).toBe(false);
  });

  test("is late by its last segment once it is stopped, and by now while it runs", () => {
    const clock = started(fourHours, "2022-08-11 08:00");
    expect([isLate(clock, at("2022-08-11 12:00")), isLate(clock, at("2022-08-11 12:01"))]).toEqual([false, true]);
    expect(isLate(stopClock(clock, at("2022-08-11 14:01"), city), 0)).toBe(true);
    const bare: ClockRecord = { status: "paused", limit: fourHours, base: fourHours, extensions: 0, segments: [] };
    expect(isLate(bare, at("2030-01-01 00:00"))).toBe(false);
  });

  test("gets its first limit once more with each extension", () => {
    const twice = extendClock(extendClock(started(fourHours, "2022-08-11 08:00"), city), city);
    expect(twice).toMatchObject({ extensions: 2, limit: { value: 12, unit: "work_hour" }, base: fourHours });
    expect(read(twice.due)).toBe("2022-08-12 12:00");
    expect(
      read(extendClock(started({ value: 1, unit: "calendar_month" }, "2022-01-31 09:00"), city).due)?.slice(0, 10),
    ).toBe("2022-03-31");
  });

  test("with another limit counts the time spent, and extensions fall away with the old one", () => {
    const extended = extendClock(started(fourHours, "2022-08-11 08:00"), city);
    const clock = relimitClock(extended, { value: 1, unit: "urgent_hour" }, city);
    expect(clock).toMatchObject({ extensions: 0, base: { value: 1, unit: "urgent_hour" } });
    expect(read(clock.due)).toBe("2022-08-11 09:00");
    expect(colour(clock, at("2022-08-11 10:00"))).toBe("red");
  });
});
