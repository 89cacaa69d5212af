import fc from "fast-check";
import {
  checkProcedure,
  describe as describeProcedure,
  erased,
  replay,
  turnsOf,
  type CaseEvent,
  type Procedure,
} from "@xiuhua/core/procedure";
import { describe, expect, test, vi } from "vitest";
import { procedures } from "./index.ts";
import type { Chooser } from "./testing/inputs.ts";
import { someSettings, WholeCity, type Step } from "./testing/whole-city.ts";

vi.setConfig({ testTimeout: 120_000 });

/** Without fast-check's liking for small numbers, which would choose the same few actions. */
const evenly = (count: number) => fc.noBias(fc.nat({ max: count - 1 }));
const chooser =
  (g: fc.GeneratorValue): Chooser =>
  (among) =>
    among[g(evenly, among.length)] ?? among[0];

/** Random walks until `enough`; `see` throws where something is wrong. */
function walks(
  only: readonly Procedure[],
  see: (step: Step) => void,
  { most, least, enough }: { readonly most: number; readonly least: number; readonly enough: () => boolean },
): string | undefined {
  const tried = new Map<string, number>();
  let run = 0;
  const result = fc.check(
    fc.property(fc.gen(), (g) => {
      run += 1;
      if (run > least && enough()) return;
      const pick = chooser(g);
      const city = new WholeCity(procedures, "2022-08-02 07:00", someSettings(procedures, pick));
      city.see = see;
      for (let step = 0; step < 80; step += 1) city.wander(pick, only, tried);
    }),
    { numRuns: most, endOnFailure: true },
  );
  return result.failed ? `${String(result.errorInstance)}\n${fc.defaultReportMessage(result)}` : undefined;
}

describe.each([...procedures.values()].map((one) => [one.id, one] as const))("%s", (_id, procedure) => {
  test("is sound, and every word of it exists in both languages", () => {
    expect(checkProcedure(procedure)).toEqual([]);
    expect(wordless(describeProcedure(procedure), "")).toEqual([]);
  });

  test("walks reach every state and do every action; every case replays, and nobody is stuck", () => {
    const seen = new Set<string>();
    const done = new Set<string>();
    const look = ({ city, after, event, procedure: of }: Step) => {
      if (of !== procedure) return;
      seen.add(after.state);
      done.add(event.action);
      const log = city.events.get(after.no) ?? [];
      expect(replay(log)).toStrictEqual(after);
      expect(replay(written(log))).toStrictEqual(after);
      const gone = log.flatMap(({ outcome }) => outcome.erased ?? []);
      expect(replay(log.map((one) => erased(one, gone)))).toStrictEqual(after);
      const final = of.states[after.state]?.final === true;
      expect(final || city.goesOn(after), `nobody can act in ${after.state}`).toBe(true);
      expect(final ? turnsOf(of, after).filter(({ request }) => request === undefined) : []).toEqual([]);
    };
    const unseen = () => Object.keys(procedure.states).filter((name) => !seen.has(name));
    const undone = () =>
      Object.entries(procedure.actions).flatMap(([name, one]) =>
        // What only another procedure asks for is done in the walks of all together.
        done.has(name) || (!one.opens && one.asked) ? [] : [name],
      );
    const enough = () => unseen().length + undone().length === 0;
    expect(walks([procedure], look, { most: 200, least: 8, enough })).toBeUndefined();
    // Some steps need a case of another procedure to name.
    expect(walks([...procedures.values()], look, { most: 150, least: 0, enough })).toBeUndefined();
    expect(unseen()).toEqual([]);
    expect(undone()).toEqual([]);
  });
});

test("all procedures run together in one city, and each case replays", () => {
  let steps = 0;
  const look = ({ city, after }: Step) => {
    steps += 1;
    expect(replay(written(city.events.get(after.no) ?? []))).toStrictEqual(after);
  };
  expect(walks([...procedures.values()], look, { most: 10, least: 10, enough: () => false })).toBeUndefined();
  expect(steps).toBeGreaterThan(100);
});

const written = (log: readonly CaseEvent[]): CaseEvent[] => JSON.parse(JSON.stringify(log));

/** Titles, words and choices that lack a language, by where they stand. */
function wordless(node: unknown, at: string): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, inner]): string[] => {
    const here = `${at}/${key}`;
    if (["title", "words", "basis"].includes(key) && isObject(inner) && !("type" in inner)) return lacks(inner, here);
    if (key === "choices" && isObject(inner))
      return Object.entries(inner).flatMap(([name, words]) => lacks(words, `${here}/${name}`));
    return wordless(inner, here);
  });
}

const isObject = (value: unknown): value is object => typeof value === "object" && value !== null;

function lacks(words: unknown, at: string): string[] {
  return (["zh", "en"] as const).flatMap((language) => {
    const said: unknown = isObject(words) ? Reflect.get(words, language) : undefined;
    const good =
      typeof said === "string" && said.trim() !== "" && (language === "en" || /[\u4e00-\u9fff0-9]/.test(said));
    return good ? [] : [`${at}/${language}`];
  });
}
