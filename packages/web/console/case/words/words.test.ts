import i18next from "i18next";
import { describe, expect, it } from "vitest";
import { limitKey } from "../text/limit.ts";
import en from "./en.json";
import zh from "./zh.json";

type Tree = { readonly [key: string]: string | Tree };

/** Every key of a dictionary, plural endings left out. */
function keys(tree: Tree, at = ""): string[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [`${at}${key.replace(/_(one|other)$/, "")}`] : keys(value, `${at}${key}.`),
  );
}

describe("the words of the case page", () => {
  it("are the same keys in both languages", () => {
    expect([...new Set(keys(en))].toSorted()).toEqual([...new Set(keys(zh))].toSorted());
  });

  it("say a limit in both languages, one and many", async () => {
    const words = i18next.createInstance();
    await words.init({ resources: { zh: { case: zh }, en: { case: en } }, ns: ["case"], defaultNS: "case" });
    const say = (language: string, unit: string, count: number) =>
      words.t(limitKey(unit) ?? "limit.minute", { count, lng: language, ns: "case" });
    expect(say("zh", "work_day", 1)).toBe("1 个工作日");
    expect(say("zh", "urgent_hour", 4)).toBe("4 个紧急工作时");
    expect(say("zh", "work_hour", 2)).toBe("2 个工作时");
    expect(say("en", "work_day", 1)).toBe("1 working day");
    expect(say("en", "work_hour", 2)).toBe("2 working hours");
    expect(limitKey("fortnight")).toBeUndefined();
  });
});
