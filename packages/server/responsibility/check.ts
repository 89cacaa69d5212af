import type { Catalogue } from "@xiuhua/core/catalogue";
import type { FieldProblem, Words } from "@xiuhua/core/procedure";
import type { ResponsibilityRuleInput } from "../api/index.ts";
import type { Organisation } from "./question.ts";
import { overlap, scopeOf, type Rule } from "./rule.ts";

/** What a rule may name. */
export interface Known {
  readonly catalogue: Catalogue;
  readonly organisation: Organisation;
  readonly areaName: (code: string) => Words | undefined;
  /** The city's own code: as an area it means any. */
  readonly city: string;
  /** Kinds of unit that can take cases. */
  readonly kinds: readonly string[];
}

/** The rule that an input asks for, in the catalogue's own codes; or what is wrong with it. */
export function ruleOf(
  known: Known,
  id: string,
  input: ResponsibilityRuleInput,
): { readonly rule: Rule } | { readonly problems: readonly FieldProblem[] } {
  const { type: given, area, unit, validFrom, validTo } = input;
  const type =
    given === undefined ? undefined : (known.catalogue.class(given)?.code ?? known.catalogue.type(given)?.code);
  const taker = known.organisation.unit(unit);
  const problems: FieldProblem[] = [
    ...(given !== undefined && type === undefined
      ? [at("/type", "没有这个类别或大类", "There is no such type or class")]
      : []),
    ...(area !== undefined && area !== known.city && known.areaName(area) === undefined
      ? [at("/area", "没有这个区域", "There is no such area")]
      : []),
    ...(taker?.active !== true || !known.kinds.includes(taker.kind)
      ? [at("/unit", "没有这个单位，或它不能承办案件", "There is no such unit, or it cannot take cases")]
      : []),
    ...(validFrom !== undefined && validTo !== undefined && validTo < validFrom
      ? [at("/validTo", "截止日期早于起始日期", "It ends before it begins")]
      : []),
  ];
  if (problems.length > 0) return { problems };
  const { type: _type, area: _area, ...rest } = input;
  return {
    rule: {
      ...rest,
      id,
      ...(type === undefined ? {} : { type }),
      ...(area === undefined || area === known.city ? {} : { area }),
    },
  };
}

const at = (field: string, zh: string, en: string): FieldProblem => ({ field, message: { zh, en } });

/** Another rule about just the same that counts on some of the same days: which of the two holds, nobody could say. */
export function rivalOf(rule: Rule, rules: readonly Rule[]): Rule | undefined {
  const scope = scopeOf(rule);
  return rules.find((other) => other.id !== rule.id && scopeOf(other) === scope && overlap(other, rule));
}
