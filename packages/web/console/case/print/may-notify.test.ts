import { describe, expect, it } from "vitest";
import { mayNotify } from "./may-notify.ts";

const type = (id: string) => ({ id, name: { zh: id, en: id } });

describe("whether a notice may be printed", () => {
  it("needs a filed case of class 07 that still stands", () => {
    const filed = { criterion: "07001-1" };
    expect(mayNotify({ type: type("07001"), facts: filed, state: "dispatched" })).toBe(true);
    expect(mayNotify({ type: type("07001"), facts: {}, state: "accepted" })).toBe(false);
    expect(mayNotify({ type: type("09003"), facts: filed, state: "dispatched" })).toBe(false);
    expect(mayNotify({ facts: filed, state: "dispatched" })).toBe(false);
    expect(mayNotify({ type: type("07001"), facts: filed, state: "voided" })).toBe(false);
  });
});
