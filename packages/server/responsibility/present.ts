import type { Words } from "@xiuhua/core/procedure";
import type { ResponsibilityChange, ResponsibilityTest } from "../api/index.ts";
import type { Answer, Question, Sources } from "./question.ts";
import type { ChangeRow } from "./store.ts";
import { areaNameOf, ruleWords, typeName, unitName } from "./words.ts";

/** Where names come from. */
export interface Names extends Pick<Sources, "catalogue" | "organisation" | "areaName"> {
  readonly person: (id: string) => { readonly name: Words } | undefined;
}

/** The tester's answer, with names. */
export function testOf(names: Names, question: Omit<Question, "on">, { unit, chain }: Answer): ResponsibilityTest {
  const { type: code, area, owner } = question;
  const type = code === undefined ? undefined : names.catalogue.type(code);
  return {
    ...(unit === undefined ? {} : { unit: { id: unit, name: unitName(names, unit) } }),
    ...(type ? { type: { id: type.code, name: typeName(names, type.code) } } : {}),
    ...(area === undefined ? {} : { area: { id: area, name: areaNameOf(names, area) } }),
    ...(owner === undefined ? {} : { owner }),
    chain: chain.map(({ stage, words, rule, decides, unit: id }) => ({
      stage,
      words,
      decides,
      ...(id === undefined ? {} : { unit: { id, name: unitName(names, id) } }),
      ...(rule === undefined ? {} : { rule }),
    })),
  };
}

export function changeOf(names: Names, { id, at, person, rule, before, after }: ChangeRow): ResponsibilityChange {
  return {
    id,
    at: new Date(at).toISOString(),
    person: { id: person, name: names.person(person)?.name ?? { zh: person, en: person } },
    rule,
    ...(before ? { before: ruleWords(names, before) } : {}),
    ...(after ? { after: ruleWords(names, after) } : {}),
  };
}
