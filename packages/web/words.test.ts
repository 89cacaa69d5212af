import { expect, test } from "vitest";
import { consoleWords } from "./console/words.ts";
import { fieldWords } from "./field/words.ts";
import { portalWords } from "./portal/words.ts";

const sources = import.meta.glob<string>(["./**/*.{ts,tsx}", "!./**/*.test.*", "!./{node_modules,dist}/**"], {
  query: "?raw",
  import: "default",
  eager: true,
});

/** Every leaf as `area:path.to.key`, plural endings taken off: Chinese has one form where English has two. */
function keysOf(words: object, path = ""): string[] {
  return Object.entries(words).flatMap(([key, value]) => {
    const at = path === "" ? key : `${path}.${key}`;
    return typeof value === "string" ? [at.replace(/_(one|other)$/, "")] : keysOf(value, at);
  });
}

/** Every area of every door; what two doors share is in both, and the phone's forms are the larger of two. */
const doors = {
  zh: { ...consoleWords.zh, ...portalWords.zh, ...fieldWords.zh },
  en: { ...consoleWords.en, ...portalWords.en, ...fieldWords.en },
};

const keys = (language: "zh" | "en") =>
  new Set(Object.entries(doors[language]).flatMap(([area, words]) => keysOf(words).map((key) => `${area}:${key}`)));

function leaves(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === "string" ? [value] : leaves(value)));
}

test("both languages have the same words", () => {
  expect([...keys("en")].toSorted()).toEqual([...keys("zh")].toSorted());
});

test("no word is empty, and placeholders are the same in both languages", () => {
  for (const language of ["zh", "en"] as const)
    for (const text of leaves(doors[language])) expect(text.trim()).not.toBe("");
  const placeholders = (text: string) => [...new Set(text.match(/{{\w+}}/g))].toSorted();
  const flat = (language: "zh" | "en") => {
    const found = new Map<string, string[]>();
    const walk = (words: object, path: string): void => {
      for (const [key, value] of Object.entries(words))
        if (typeof value === "string") found.set(`${path}${key}`.replace(/_(one|other)$/, ""), placeholders(value));
        else walk(value, `${path}${key}.`);
    };
    walk(doors[language], "");
    return found;
  };
  expect(flat("en")).toEqual(flat("zh"));
});

test("Chinese sentences use full-width punctuation", () => {
  const wrong = leaves(doors.zh).filter((text) => /\p{Script=Han}[,;:?!()]|[,;:?!()]\p{Script=Han}/u.test(text));
  expect(wrong).toEqual([]);
});

test("every key that the code names is in the dictionary", () => {
  const known = keys("zh");
  const missing: string[] = [];
  expect(Object.keys(sources).length).toBeGreaterThan(50);
  for (const [file, code] of Object.entries(sources)) {
    // Which dictionary each translator of this file reads: `const { t: shell } = useTranslation("shell")`.
    const translators = new Map<string, Set<string>>();
    for (const [, name = "t", area = "common"] of code.matchAll(
      /\{ t(?:: (\w+))? \} = useTranslation\((?:"(\w+)")?\)/g,
    ))
      translators.set(name, (translators.get(name) ?? new Set()).add(area));
    for (const [, name = "", key = ""] of code.matchAll(/\b(\w+)\("([\w.]+)"/g)) {
      const areas = translators.get(name);
      if (areas && ![...areas].some((area) => known.has(`${area}:${key}`))) missing.push(`${file}: ${key}`);
    }
  }
  expect(missing).toEqual([]);
});
