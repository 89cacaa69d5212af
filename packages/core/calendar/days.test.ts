import { describe, expect, it } from "vitest";
import { chinaDays, isKnownYear, weekdayDays } from "./index.ts";

interface Listed {
  readonly date: string;
  readonly isOffDay: boolean;
}

/** Days of 2019–2026 from the State Council's notices, for a checkout that has no full list beside it. */
const wellKnown: readonly Listed[] = [
  ...[
    "2019-05-03",
    "2020-01-31",
    "2021-02-11",
    "2022-10-07",
    "2023-09-29",
    "2024-05-03",
    "2025-10-08",
    "2026-02-23",
  ].map((date) => ({ date, isOffDay: true })),
  ...[
    "2019-05-05",
    "2020-01-19",
    "2021-02-07",
    "2022-10-09",
    "2023-10-08",
    "2024-05-11",
    "2025-09-28",
    "2026-02-28",
  ].map((date) => ({ date, isOffDay: false })),
];

/** The list beside the repository when it is there. A missing file is no error; a broken one is. */
async function fullList(): Promise<readonly Listed[] | undefined> {
  // Absolute, because the test runner resolves a relative path inside the repository only.
  const meta: object = import.meta;
  const here = "dirname" in meta ? String(meta.dirname) : ".";
  const path = `${here}/../../../../shared/data/holidays-cn.json`;
  const loaded: { days: readonly Listed[] } | undefined = await import(/* @vite-ignore */ path).catch(
    (error: unknown) => {
      if (/Cannot find module|Failed to load|Does the file exist/i.test(String(error))) return undefined;
      throw error;
    },
  );
  return loaded?.days;
}

function datesOf(year: number): string[] {
  const dates: string[] = [];
  for (let at = Date.UTC(year, 0, 1); at < Date.UTC(year + 1, 0, 1); at += 86_400_000)
    dates.push(new Date(at).toISOString().slice(0, 10));
  return dates;
}

const isWeekday = (date: string) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

describe("China's working days", () => {
  it("are those of the official list, every day of 2019 to 2026", async () => {
    const full = await fullList();
    const listed = new Map((full ?? wellKnown).map((day) => [day.date, !day.isOffDay]));
    const dates = full ? [2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026].flatMap(datesOf) : [...listed.keys()];
    const table = chinaDays();
    const wrong = dates.filter((date) => table.isWorkingDay(date) !== (listed.get(date) ?? isWeekday(date)));
    expect(wrong).toEqual([]);
    expect(dates.length).toBe(full ? 2922 : wellKnown.length);
  });

  it("number as many as the notices leave in a year", () => {
    const table = chinaDays();
    const count = (year: number) => datesOf(year).filter((date) => table.isWorkingDay(date)).length;
    expect([2022, 2024, 2026].map(count)).toEqual([249, 251, 248]);
  });

  it("follow the weekday rule in a year that is not announced, and say so", () => {
    expect([2003, 2004, 2022, 2026, 2100].map(isKnownYear)).toEqual([false, true, true, true, false]);
    const table = chinaDays();
    expect(datesOf(2100).every((date) => table.isWorkingDay(date) === isWeekday(date))).toBe(true);
  });

  it("give way to the city's own exceptions", () => {
    const table = chinaDays({ off: ["2022-08-12"], work: ["2022-10-01"] });
    expect(["2022-08-12", "2022-10-01", "2022-10-02"].map((date) => table.isWorkingDay(date))).toEqual([
      false,
      true,
      false,
    ]);
  });

  it("refuse what is not a date", () => {
    for (const date of ["2022-02-30", "2022-2-3", "", "20220203"])
      expect(() => chinaDays().isWorkingDay(date)).toThrow(RangeError);
  });
});

describe("working days without a holiday table", () => {
  it("are the weekdays and the exceptions", () => {
    const table = weekdayDays({ off: ["2024-07-04"] });
    expect(["2024-07-03", "2024-07-04", "2024-07-06", "2024-10-01"].map((date) => table.isWorkingDay(date))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect(table.isWorkingDay("2024-07-06", [6, 7])).toBe(true);
  });
});
