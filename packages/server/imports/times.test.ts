import { expect, test } from "vitest";
import { isZone, makeTimeReader } from "./times.ts";

const china = "Asia/Shanghai";
const utc = (text: string) => Date.parse(`${text}Z`);

test.each([
  ["2008-10-06T11:25:57-04:00", utc("2008-10-06T15:25:57")],
  ["2008-10-06T11:25:57+0530", utc("2008-10-06T05:55:57")],
  ["2008-10-06T11:25:57.123Z", utc("2008-10-06T11:25:57")],
  ["2022-01-31 11:46:00", utc("2022-01-31T03:46:00")],
  ["2022-01-31 11:46", utc("2022-01-31T03:46:00")],
  ["2022-01-31", utc("2022-01-30T16:00:00")],
  ["2022-02-30 11:46", undefined],
  ["2022-01-31 24:00", undefined],
  ["0000-01-31 11:46", undefined],
  ["31/01/2022", undefined],
])("ISO: %s", (text, instant) => {
  expect(makeTimeReader({ format: "iso", zone: china })(text)).toBe(instant);
});

test.each([
  ["04/18/2019 09:55:45 PM", utc("2019-04-19T01:55:45")],
  ["12/01/2019 12:00:00 AM", utc("2019-12-01T05:00:00")],
  ["12/01/2019 12:30:00 PM", utc("2019-12-01T17:30:00")],
  ["1/2/2019 3:04", utc("2019-01-02T08:04:00")],
  // Clocks went from 2 to 3 that night: the moment of the change.
  ["03/10/2019 02:30:00 AM", utc("2019-03-10T07:00:00")],
  ["13/01/2019 01:00:00 AM", undefined],
  ["12/01/2019 13:00:00 PM", undefined],
  ["12/01/2019 00:10:00 AM", undefined],
])("US: %s", (text, instant) => {
  expect(makeTimeReader({ format: "us", zone: "America/New_York" })(text)).toBe(instant);
});

test.each([
  ["2024/1/5 8:42", utc("2024-01-05T00:42:00")],
  ["2024年1月5日 8时42分", utc("2024-01-05T00:42:00")],
  ["2024年1月5日8时42分7秒", utc("2024-01-05T00:42:07")],
  ["2024-01-05 08:42:07.0", utc("2024-01-05T00:42:07")],
  ["2024.1.5", utc("2024-01-04T16:00:00")],
  ["2023/2/29 8:00", undefined],
  ["昨天", undefined],
])("Chinese: %s", (text, instant) => {
  expect(makeTimeReader({ format: "ymd", zone: china })(text)).toBe(instant);
});

test("zones are those of the machine", () => {
  expect(isZone("Asia/Shanghai")).toBe(true);
  expect(isZone("Asia/Jiaozuo")).toBe(false);
});
