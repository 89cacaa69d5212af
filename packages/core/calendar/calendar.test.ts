import { describe, expect, it } from "vitest";
import {
  chinaDays,
  defaultWorkingTime,
  makeCalendar,
  weekdayDays,
  type Calendar,
  type Instant,
  type LimitUnit,
  type Segment,
} from "./index.ts";
import { until } from "./segment.ts";

const city = makeCalendar(defaultWorkingTime, chinaDays());
const byDays = makeCalendar({ ...defaultWorkingTime, dayCounting: "endOfDay" }, chinaDays());

const at = (text: string, calendar: Calendar = city): Instant => {
  const [date = "", time = ""] = text.split(" ");
  return calendar.atLocal(date, time);
};
const read = (instant: Instant | undefined, calendar: Calendar = city): string | undefined =>
  instant === undefined ? undefined : `${calendar.localDate(instant)} ${calendar.localTime(instant)}`;
const add = (start: string, value: number, unit: LimitUnit, calendar: Calendar = city): string | undefined =>
  read(calendar.add(at(start, calendar), { value, unit }), calendar);
const ran = (...spans: (readonly [string, string?])[]): Segment[] =>
  spans.map(([from, to]) => ({ from: at(from), to: to === undefined ? undefined : at(to) }));

describe("a limit in working hours", () => {
  it("runs over noon and over night", () => {
    expect(add("2022-08-10 11:00", 2, "work_hour")).toBe("2022-08-10 15:00");
    expect(add("2022-08-10 16:00", 4, "work_hour")).toBe("2022-08-11 10:00");
  });

  it("stands still at night, at noon and over the weekend", () => {
    expect(add("2022-08-10 22:30", 1, "work_hour")).toBe("2022-08-11 09:00");
    expect(add("2022-08-10 12:40", 1, "work_hour")).toBe("2022-08-10 15:00");
    expect(add("2022-08-12 17:00", 2, "work_hour")).toBe("2022-08-15 09:00");
  });

  it("that is used up at the end of a span ends there", () => {
    expect(add("2022-08-10 10:00", 2, "work_hour")).toBe("2022-08-10 12:00");
    expect(add("2022-08-10 16:00", 2, "work_hour")).toBe("2022-08-10 18:00");
  });

  it("passes over National Day 2022 and runs on its make-up Saturday and Sunday", () => {
    expect(add("2022-09-30 17:00", 2, "work_hour")).toBe("2022-10-08 09:00");
    expect(add("2022-10-08 17:00", 2, "work_hour")).toBe("2022-10-09 09:00");
    expect(city.spent(at("2022-10-01 00:00"), at("2022-10-10 00:00"), "work_hour")).toBe(16);
  });

  it("passes over Spring Festival 2026 and runs on both of its make-up Saturdays", () => {
    expect(add("2026-02-14 17:00", 2, "work_hour")).toBe("2026-02-24 09:00");
    expect(add("2026-02-27 17:00", 2, "work_hour")).toBe("2026-02-28 09:00");
  });
});

describe("a limit in working days, rolling", () => {
  it("runs from Friday afternoon to Monday afternoon", () => {
    expect(add("2022-08-12 15:00", 1, "work_day")).toBe("2022-08-15 15:00");
  });

  it("that starts on a Saturday ends with Monday's office hours, not on Tuesday morning", () => {
    for (const time of ["00:00", "09:13", "23:59"])
      expect(add(`2022-08-13 ${time}`, 1, "work_day")).toBe("2022-08-15 18:00");
  });

  it("counts a make-up Saturday as a day", () => {
    expect(add("2026-02-13 15:00", 1, "work_day")).toBe("2026-02-14 15:00");
    expect(add("2026-02-13 15:00", 2, "work_day")).toBe("2026-02-24 15:00");
  });

  it("shows F1's Saturday report green until Monday, yellow in the afternoon and red after six", () => {
    const clock = ran(["2022-08-13 09:30"]);
    const limit = { value: 1, unit: "work_day" } as const;
    expect(city.share(limit, clock, at("2022-08-15 08:00"))).toBe(0);
    expect(read(city.at(limit, clock, 0.8))).toBe("2022-08-15 16:24");
    expect(city.share(limit, clock, at("2022-08-15 16:24"))).toBeCloseTo(0.8, 12);
    expect(read(city.due(limit, clock))).toBe("2022-08-15 18:00");
    expect(city.share(limit, clock, at("2022-08-16 10:00"))).toBe(1.25);
  });
});

describe("a limit in working days, to the end of the day", () => {
  it("does not count the starting day and ends with the last day's office hours", () => {
    expect(add("2022-08-11 09:00", 1, "work_day", byDays)).toBe("2022-08-12 18:00");
    expect(add("2022-08-12 15:00", 1, "work_day", byDays)).toBe("2022-08-15 18:00");
    expect(add("2022-08-13 09:00", 2, "work_day", byDays)).toBe("2022-08-16 18:00");
    expect(add("2022-09-30 08:00", 2, "work_day", byDays)).toBe("2022-10-09 18:00");
  });

  it("is not moved by a pause within a day, and moved a day by a pause over the end of one", () => {
    const limit = { value: 3, unit: "work_day" } as const;
    const due = (...spans: (readonly [string, string?])[]) => read(byDays.due(limit, ran(...spans)));
    expect(due(["2022-08-10 09:00"])).toBe("2022-08-15 18:00");
    expect(due(["2022-08-10 09:00", "2022-08-11 09:00"], ["2022-08-11 17:59"])).toBe("2022-08-15 18:00");
    expect(due(["2022-08-10 09:00", "2022-08-11 09:00"], ["2022-08-11 19:00"])).toBe("2022-08-16 18:00");
    expect(due(["2022-08-10 09:00", "2022-08-10 10:00"], ["2022-08-10 11:00"])).toBe("2022-08-15 18:00");
    expect(due(["2022-08-10 09:00", "2022-08-11 19:00"], ["2022-08-12 07:00"])).toBe("2022-08-15 18:00");
  });

  it("shows the share of whole days and of the day under way", () => {
    const limit = { value: 2, unit: "work_day" } as const;
    const clock = ran(["2022-08-10 09:00"]);
    expect(byDays.share(limit, clock, at("2022-08-10 18:00"))).toBe(0);
    expect(byDays.share(limit, clock, at("2022-08-11 12:00"))).toBe(0.25);
    expect(byDays.share(limit, clock, at("2022-08-11 20:00"))).toBe(0.5);
    expect(byDays.share(limit, clock, at("2022-08-12 17:59"))).toBeLessThan(1);
    expect(byDays.share(limit, clock, at("2022-08-12 18:00"))).toBe(1);
    expect(read(byDays.at(limit, clock, 0.75))).toBe("2022-08-12 12:00");
    expect(byDays.remaining(limit, [{ from: at("2022-08-10 09:00"), to: at("2022-08-11 20:00") }])).toEqual({
      value: 1,
      unit: "work_day",
    });
  });

  it("subtracts to the last moment of the day before the first counted one", () => {
    const start = byDays.subtract(at("2022-08-15 18:00"), { value: 1, unit: "work_day" });
    expect(read(start + 1)).toBe("2022-08-15 00:00");
    expect(read(byDays.add(start, { value: 1, unit: "work_day" }))).toBe("2022-08-15 18:00");
    expect(read(byDays.add(start + 1, { value: 1, unit: "work_day" }))).toBe("2022-08-16 18:00");
    expect(read(byDays.subtract(at("2022-08-15 17:59"), { value: 1, unit: "work_day" }) + 1)).toBe("2022-08-12 00:00");
  });
});

describe("a continuous limit", () => {
  it("runs day and night, holidays and all", () => {
    expect(add("2022-10-01 23:30", 2, "urgent_hour")).toBe("2022-10-02 01:30");
    expect(add("2022-10-01 23:50", 15, "minute")).toBe("2022-10-02 00:05");
    expect(add("2022-09-30 10:00", 1.5, "urgent_day")).toBe("2022-10-01 22:00");
  });
});

describe("a limit in calendar units", () => {
  it("clamps to the last day of a short month", () => {
    expect(add("2022-01-31 10:00", 1, "calendar_month")).toBe("2022-02-28 10:00");
    expect(add("2024-01-31 10:00", 1, "calendar_month")).toBe("2024-02-29 10:00");
    expect(add("2022-12-31 10:00", 2, "calendar_month")).toBe("2023-02-28 10:00");
  });

  it("takes a leap day to 28 February, and in four years to itself", () => {
    expect(add("2024-02-29 23:59", 1, "calendar_year")).toBe("2025-02-28 23:59");
    expect(add("2024-02-29 23:59", 4, "calendar_year")).toBe("2028-02-29 23:59");
    expect(add("2024-02-28 12:00", 2, "natural_day")).toBe("2024-03-01 12:00");
  });

  it("is moved by a pause by exactly as long as the pause took", () => {
    const limit = { value: 1, unit: "calendar_month" } as const;
    const clock = ran(["2022-01-10 09:00", "2022-01-20 09:00"], ["2022-01-23 10:30"]);
    expect(read(city.due(limit, clock))).toBe("2022-02-13 10:30");
    expect(read(city.due({ value: 1, unit: "calendar_year" }, clock))).toBe("2023-01-13 10:30");
    expect(read(city.due({ value: 30, unit: "natural_day" }, clock))).toBe("2022-02-12 10:30");
  });

  it("subtracts to the latest start, also around a month's end", () => {
    const latest = (end: string) => city.subtract(at(end), { value: 1, unit: "calendar_month" });
    expect(read(latest("2022-02-28 10:00"))).toBe("2022-01-31 10:00");
    expect(read(latest("2022-05-15 10:00"))).toBe("2022-04-15 10:00");
    expect(read(latest("2022-03-31 10:00") + 1)).toBe("2022-03-01 00:00");
  });

  it("counts months and years spent, with the fraction of the one under way", () => {
    expect(city.spent(at("2022-01-31 00:00"), at("2022-03-31 00:00"), "calendar_month")).toBe(2);
    expect(city.spent(at("2022-02-01 00:00"), at("2022-02-15 00:00"), "calendar_month")).toBe(0.5);
    expect(city.spent(at("2020-02-29 00:00"), at("2025-02-28 00:00"), "calendar_year")).toBe(5);
    expect(city.spent(at("2020-01-01 00:00"), at("2025-01-01 12:00"), "natural_day")).toBe(1827.5);
  });
});

describe("a clock that is paused and resumed", () => {
  const limit = { value: 8, unit: "work_hour" } as const;

  it("keeps what it has left across a night, a holiday and into a make-up day", () => {
    const clock = ran(["2022-09-29 14:00", "2022-09-29 18:00"], ["2022-09-30 16:00", "2022-10-03 12:00"]);
    expect(city.remaining(limit, until(clock, at("2022-12-31 00:00")))).toEqual({
      value: 2,
      unit: "work_hour",
    });
    expect(city.due(limit, clock)).toBeUndefined();
    expect(city.share(limit, clock, at("2022-12-31 00:00"))).toBe(0.75);
    expect(read(city.due(limit, [...clock, ...ran(["2022-10-05 09:00"])]))).toBe("2022-10-08 10:00");
  });

  it("is not made longer by a pause outside working time", () => {
    const clock = ran(["2022-08-12 16:00", "2022-08-12 19:00"], ["2022-08-15 06:00"]);
    expect(read(city.due(limit, clock))).toBe("2022-08-15 16:00");
  });

  it("that had run out before the pause still tells when", () => {
    const clock = ran(["2022-08-10 08:00", "2022-08-11 10:00"], ["2022-08-15 08:00"]);
    expect(read(city.due(limit, clock))).toBe("2022-08-10 18:00");
    expect(read(city.at(limit, clock.slice(0, 1), 1))).toBe("2022-08-10 18:00");
    expect(city.remaining(limit, until(clock, at("2022-08-11 10:00"))).value).toBe(0);
  });

  it("runs to a later end when the limit is extended by its own length", () => {
    const clock = ran(["2022-08-12 15:00"]);
    expect(read(city.due({ value: 1, unit: "work_day" }, clock))).toBe("2022-08-15 15:00");
    expect(read(city.due({ value: 2, unit: "work_day" }, clock))).toBe("2022-08-16 15:00");
    expect(city.share({ value: 2, unit: "work_day" }, clock, at("2022-08-15 15:00"))).toBe(0.5);
  });

  it("has no share, no end and all of its limit before it begins", () => {
    expect(city.share(limit, [], at("2022-08-12 15:00"))).toBe(0);
    expect(city.share(limit, ran(["2022-08-12 15:00"]), at("2022-08-12 14:00"))).toBe(0);
    expect(city.due(limit, [])).toBeUndefined();
    expect(city.at(limit, [], 0.8)).toBeUndefined();
    expect(city.remaining(limit, [])).toEqual(limit);
  });

  it("with nothing to spend runs out as it starts", () => {
    const clock = ran(["2022-08-12 15:00"]);
    for (const calendar of [city, byDays]) {
      expect(read(calendar.due({ value: 0, unit: "work_day" }, clock))).toBe("2022-08-12 15:00");
      expect(calendar.share({ value: 0, unit: "work_day" }, clock, at("2022-08-12 15:00"))).toBe(1);
    }
  });
});

describe("the city's own settings", () => {
  it("let Saturday be worked without working on a holiday that falls on one", () => {
    const sixDays = makeCalendar({ ...defaultWorkingTime, weekdays: [1, 2, 3, 4, 5, 6] }, chinaDays());
    expect(sixDays.isWorkingDay("2022-08-13")).toBe(true);
    expect(sixDays.isWorkingDay("2022-10-01")).toBe(false);
    expect(sixDays.isWorkingDay("2022-10-09")).toBe(true);
  });

  it("say whether an instant is inside working time, the end of a span not being", () => {
    expect(
      ["07:59", "08:00", "11:59", "12:00", "13:59", "14:00", "17:59", "18:00"].map((time) =>
        city.isWorking(at(`2022-08-12 ${time}`)),
      ),
    ).toEqual([false, true, true, false, false, true, true, false]);
    expect(city.isWorking(at("2022-08-13 10:00"))).toBe(false);
    expect(city.isWorking(at("2022-10-09 10:00"))).toBe(true);
  });

  it("tell local dates and times", () => {
    const instant = Date.UTC(2022, 7, 12, 16, 30);
    expect(read(instant)).toBe("2022-08-13 00:30");
    expect(city.startOfLocalDay(instant)).toBe(Date.UTC(2022, 7, 12, 16));
    expect(city.atLocal("2022-08-13", "00:30:15")).toBe(instant + 15_000);
    expect(read(city.atLocal("2022-08-13", "24:00"))).toBe("2022-08-14 00:00");
  });

  it("are refused when no clock could follow them", () => {
    expect(() => makeCalendar({ ...defaultWorkingTime, zone: "Asia/Atlantis" }, chinaDays())).toThrow("zone_unknown");
    expect(() => city.atLocal("2022-02-30", "10:00")).toThrow(RangeError);
    expect(() => city.atLocal("2022-02-03", "24:01")).toThrow(RangeError);
    const never = makeCalendar(defaultWorkingTime, { isWorkingDay: () => false });
    expect(() => never.add(0, { value: 1, unit: "work_hour" })).toThrow("No working day");
  });
});

describe("a zone with daylight saving time", () => {
  const boston = makeCalendar(
    { ...defaultWorkingTime, zone: "America/New_York", spans: [{ from: "09:00", to: "17:00" }] },
    weekdayDays({ off: ["2024-07-04"] }),
  );
  const night = makeCalendar(
    {
      ...defaultWorkingTime,
      zone: "America/New_York",
      spans: [{ from: "00:00", to: "04:00" }],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
    },
    weekdayDays(),
  );

  it("keeps the wall time of natural days, and the length of urgent ones", () => {
    expect(add("2024-03-09 12:00", 1, "natural_day", boston)).toBe("2024-03-10 12:00");
    expect(add("2024-03-09 12:00", 1, "urgent_day", boston)).toBe("2024-03-10 13:00");
    expect(add("2024-11-02 12:00", 1, "natural_day", boston)).toBe("2024-11-03 12:00");
    expect(add("2024-11-02 12:00", 1, "urgent_day", boston)).toBe("2024-11-03 11:00");
    expect(boston.spent(at("2024-03-10 00:00", boston), at("2024-03-11 00:00", boston), "urgent_hour")).toBe(23);
  });

  it("takes a wall time that does not come to the moment of the change, and back", () => {
    expect(add("2024-03-09 02:30", 1, "natural_day", boston)).toBe("2024-03-10 03:00");
    const latest = boston.subtract(at("2024-03-11 02:30", boston), { value: 1, unit: "natural_day" });
    expect(latest).toBe(at("2024-03-10 03:00", boston) - 1);
  });

  it("takes a wall time that comes twice at its first coming", () => {
    expect(at("2024-11-03 01:30", boston)).toBe(Date.UTC(2024, 10, 3, 5, 30));
    expect(read(Date.UTC(2024, 10, 3, 6, 30), boston)).toBe("2024-11-03 01:30");
  });

  it("works by the wall clock on both sides of the change", () => {
    expect(add("2024-03-08 16:00", 2, "work_hour", boston)).toBe("2024-03-11 10:00");
    expect(add("2024-11-01 16:00", 2, "work_hour", boston)).toBe("2024-11-04 10:00");
    expect(add("2024-07-03 16:00", 1, "work_day", boston)).toBe("2024-07-05 16:00");
  });

  it("works an hour less or more on a night that the change falls in", () => {
    const hours = (date: string) => {
      const start = at(`${date} 00:00`, night);
      return night.spent(start, at(`${date} 12:00`, night), "work_hour");
    };
    expect([hours("2024-03-09"), hours("2024-03-10"), hours("2024-11-03")]).toEqual([4, 3, 5]);
  });

  it("knows midnights that do not come, days that do not come, and Shanghai's own summer time", () => {
    const zoned = (zone: string) => makeCalendar({ ...defaultWorkingTime, zone }, weekdayDays());
    const santiago = zoned("America/Santiago");
    expect(read(santiago.startOfLocalDay(at("2023-09-03 12:00", santiago)), santiago)).toBe("2023-09-03 01:00");
    const apia = zoned("Pacific/Apia");
    expect(add("2011-12-29 10:00", 1, "natural_day", apia)).toBe("2011-12-31 00:00");
    expect(apia.spent(at("2011-12-29 00:00", apia), at("2012-01-01 00:00", apia), "work_hour")).toBe(8);
    expect(at("1988-07-01 12:00")).toBe(Date.UTC(1988, 6, 1, 3));
  });
});
