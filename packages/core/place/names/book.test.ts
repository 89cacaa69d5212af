import { describe, expect, it } from "vitest";
import { finish } from "../steps.ts";
import { NameBook, type Entry } from "./index.ts";

const entries = (...names: readonly string[]) => names.map((name, id) => ({ id, name, aliases: [] }));
const bookOf = (of: Iterable<Entry>) => finish(NameBook.of(of));
const book = bookOf([
  ...entries("和平街", "泰然九路", "泰然四路", "文化桥", "建设大道"),
  { id: 9, name: "解放路", aliases: ["胜利路"] },
]);
const best = (written: string) => {
  const [match] = book.match(written);
  return match && `${match.name} ${match.likeness}`;
};

describe("a name", () => {
  it("is itself in traditional characters, full width and either kind of figures", () => {
    expect(best("文化橋")).toBe("文化桥 name");
    expect(best("泰然9路")).toBe("泰然九路 name");
    expect(best("泰然９路")).toBe("泰然九路 name");
  });

  it("is found by an alias, without its suffix and with another one", () => {
    expect(best("胜利路")).toBe("胜利路 alias");
    expect(best("建设")).toBe("建设大道 suffix");
    expect(best("和平路")).toBe("和平街 suffix");
  });

  it("is found by ear, and with one character wrong, missing, doubled or swapped", () => {
    expect(best("合瓶街")).toBe("和平街 sound");
    expect(best("泰燃九路")).toBe("泰然九路 sound");
    for (const written of ["建没大道", "建大道", "建设设大道", "设建大道"])
      expect(best(written)).toBe("建设大道 character");
  });

  it("is not found when nothing of it is left", () => {
    expect(best("火星路")).toBeUndefined();
    expect(best("")).toBeUndefined();
  });

  it("is looked up among ten thousand as among ten", () => {
    const syllables = "东西南北中新华建设和平文化解放人民胜利光明朝阳春秋长江黄河泰山".split("");
    const many = Array.from({ length: 10_000 }, (_, at) => {
      const pick = (by: number) => syllables[Math.floor(at / by) % syllables.length] ?? "";
      return { id: at, name: `${pick(1)}${pick(31)}${pick(961)}路`, aliases: [] };
    });
    const large = bookOf(many);
    expect(large.match("东西北露")[0]?.likeness).toBe("sound");
  });
});
