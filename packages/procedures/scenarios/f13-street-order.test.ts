import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { countedOwnWork } from "@xiuhua/core/indicators";
import { procedures } from "../index.ts";
import { WholeCity } from "../testing/whole-city.ts";

const input = {
  place: { lng: 113.24, lat: 35.21, text: "怡光路人行道" },
  description: "规整乱停放单车 12 辆",
  type: "poster",
};
const done = () => new WholeCity(procedures, "2022-08-13 09:30").open("street-order", "record", "handler@parks", input);

describe("F13: badly parked vehicles, straightened on the spot", () => {
  test("two photos, and it is done: nobody is sent, no clock runs", () => {
    const city = done();
    expect(city.case).toMatchObject({ state: "done", facts: { unit: "parks" }, clocks: {} });
    expect(city.log[0]?.evidence.map(({ kind }) => kind)).toEqual(["before", "after"]);
    expect(city.tryOpen("street-order", "record", "handler@parks", input, [])).toMatchObject({
      ok: false,
      refusal: { code: "missing-evidence" },
    });
  });

  test("a shift leader may ask about it, and the answer decides whether it counts", () => {
    const city = done().act("question", "shiftLeader@jiefang", { reason: "两张照片不是同一处" });
    expect(city.refusal("explain", "departmentOfficer@sanitation", { explanation: "x" }).code).toBe("not-your-turn");
    city
      .act("explain", "departmentOfficer@parks", { explanation: "照片传错" })
      .act("strike", "shiftLeader@jiefang", { reason: "不实" });
    expect(city.case.state).toBe("struck");
  });

  test("it is asked about once, and within a week", () => {
    const city = done().act("question", "shiftLeader@jiefang", { reason: "存疑" });
    city.act("explain", "departmentOfficer@parks", { explanation: "属实" }).act("uphold", "shiftLeader@jiefang");
    expect(city.refusal("question", "shiftLeader@jiefang", { reason: "再问" }).message.zh).toContain("认定过");
    const late = done();
    late.pass(8 * 24 * 3600 * 1000);
    expect(late.refusal("question", "shiftLeader@jiefang", { reason: "存疑" }).message.zh).toContain("超过 7 天");
  });
});

describe("how much of it counts", () => {
  test("at 30 % beside 70 that were sent: 30", () => {
    expect([10, 30, 31, 500].map((own) => countedOwnWork(own, 70, 0.3))).toEqual([10, 30, 30, 30]);
    expect(countedOwnWork(5, 0, 0.3)).toBe(0);
  });

  test("never more than there is, never above its share, and no single one more would fit", () => {
    fc.assert(
      fc.property(fc.nat(5000), fc.nat(5000), fc.integer({ min: 0, max: 90 }), (own, sent, percent) => {
        const share = percent / 100;
        const counted = countedOwnWork(own, sent, share);
        const fits = (number: number) => number * 100 <= percent * (number + sent);
        expect(counted).toBeLessThanOrEqual(own);
        expect(fits(counted)).toBe(true);
        expect(counted === own || !fits(counted + 1)).toBe(true);
      }),
    );
  });
});
