import type { Words } from "@xiuhua/core/procedure";

/** A city that cannot be served as things stand: there is none, there are several, or its settings do not fit. */
export class CityProblem extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = "CityProblem";
    this.words = words;
  }
}

/** The city to serve: the one named, else the only one. @throws CityProblem */
export function chooseCity(codes: readonly string[], named: string | undefined): string {
  const list = codes.join(", ");
  if (named !== undefined) {
    if (codes.includes(named)) return named;
    throw new CityProblem({
      zh: `数据库中没有城市 ${named}（现有：${list || "无"}）。`,
      en: `There is no city ${named} in this database (it has: ${list || "none"}).`,
    });
  }
  const [only] = codes;
  if (only === undefined)
    throw new CityProblem({
      zh: "数据库中还没有城市：用 xiuhua city create 建立，或用 xiuhua demo 建立演示城市。",
      en: "The database holds no city yet: `xiuhua city create` founds one, `xiuhua demo` makes the demo city.",
    });
  if (codes.length > 1)
    throw new CityProblem({
      zh: `数据库中有多个城市（${list}），请用 --city 指明。`,
      en: `The database holds several cities (${list}); name one with --city.`,
    });
  return only;
}
