import { randomUUID } from "node:crypto";
import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import type { ResponsibilityImported, ResponsibilityRuleInput } from "../api/index.ts";
import type { City } from "../city/index.ts";
import { done, missing, no, type Outcome } from "../outcome.ts";
import type { Places } from "../places/index.ts";
import type { Database } from "../store/index.ts";
import { rivalOf, ruleOf, type Known } from "./check.ts";
import { readRules } from "./csv.ts";
import type { Answer, Organisation, Question, Sources } from "./question.ts";
import { mergeRules } from "./merge.ts";
import { bookOf, inForce, type Rule } from "./rule.ts";
import { listChanges, loadRules, lockRules, writeEdits, type Edit } from "./store.ts";
import { whoAnswers } from "./who-answers.ts";
import { ruleWords } from "./words.ts";

export interface ResponsibilityOptions {
  readonly db: Database;
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly organisation: Organisation;
  readonly places: Pick<Places, "area">;
  /** Kinds of unit that can take cases: what a rule may name. */
  readonly kinds: readonly string[];
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The rules of one city in memory, and the one way to ask them. */
export async function makeResponsibility(options: ResponsibilityOptions) {
  const { db, city, catalogue, organisation, places, kinds, now } = options;
  const areaName = (code: string) => places.area(code)?.name;
  const known: Known = { catalogue, organisation, areaName, city: city.code, kinds };
  let rules: readonly Rule[] = [];
  let sources: Sources = { rules: bookOf(rules), catalogue, organisation, areaName };
  const take = (loaded: readonly Rule[]) => {
    rules = loaded;
    sources = { ...sources, rules: bookOf(loaded) };
  };
  take(await loadRules(db, city.code));

  const today = () => city.calendar.localDate(now());

  /** One change after the other: what is refused depends on all the rules there are. */
  async function edit<T>(
    person: string,
    plan: (present: readonly Rule[]) => Outcome<{ readonly edits: readonly Edit[]; readonly value: T }>,
  ): Promise<Outcome<T>> {
    const result = await db.transaction(async (tx): Promise<Outcome<T>> => {
      await lockRules(tx, city.code);
      const planned = plan(await loadRules(tx, city.code));
      if (!planned.ok) return planned;
      const { edits, value } = planned.value;
      if (edits.length > 0) await writeEdits(tx, city.code, edits, { person, at: now() });
      return done(value);
    });
    take(await loadRules(db, city.code));
    return result;
  }

  /** The rule that is asked for, beside those that there will be. */
  function planned(id: string, input: ResponsibilityRuleInput, others: readonly Rule[]): Outcome<Rule> {
    const checked = ruleOf(known, id, input);
    if ("problems" in checked)
      return no({
        code: "invalid-input",
        message: { zh: "规则填写有误", en: "The rule is not right" },
        problems: checked.problems,
      });
    const rival = rivalOf(checked.rule, others);
    return rival ? no({ code: "conflict", message: contradiction(checked.rule, rival) }) : done(checked.rule);
  }

  function contradiction(rule: Rule, rival: Rule): Words {
    const [one, other] = [ruleWords(sources, rule), ruleWords(sources, rival)];
    return {
      zh: `两条规则范围相同、有效期重叠：新规则“${one.zh}”与现有规则“${other.zh}”。请改其一的范围或有效期。`,
      en: `Two rules about the same, on the same days: the new one “${one.en}” and “${other.en}”. Change the scope or the days of one.`,
    };
  }

  return {
    /** Who answers, today. The dispatch form, the tester, imports and the map all ask here. */
    answer: (question: Omit<Question, "on">): Answer => whoAnswers(sources, { kinds, ...question, on: today() }),
    rules: (): readonly Rule[] => rules,
    words: (rule: Rule): Words => ruleWords(sources, rule),
    today,
    kinds,

    /** 权属单位代码 whose components a rule in force gives to one of these units. */
    ownersOf(units: readonly string[]): string[] {
      const on = today();
      const owners = rules.flatMap((rule) =>
        rule.owner !== undefined && inForce(rule, on) && units.includes(rule.unit) ? [rule.owner] : [],
      );
      return [...new Set(owners)];
    },

    /** Who changed what, the newest first. */
    changes: (page: Parameters<typeof listChanges>[2]) => listChanges(db, city.code, page),

    /** Reads the rules again: another process may have changed them. */
    async refresh(): Promise<void> {
      take(await loadRules(db, city.code));
    },

    add: (person: string, input: ResponsibilityRuleInput): Promise<Outcome<Rule>> =>
      edit(person, (present) => {
        const rule = planned(randomUUID(), input, present);
        return rule.ok ? done({ edits: [{ after: rule.value }], value: rule.value }) : rule;
      }),

    change: (person: string, id: string, input: ResponsibilityRuleInput): Promise<Outcome<Rule>> =>
      edit(person, (present) => {
        const before = present.find((rule) => rule.id === id);
        if (!before) return noSuchRule;
        const rule = planned(id, input, present);
        return rule.ok ? done({ edits: [{ before, after: rule.value }], value: rule.value }) : rule;
      }),

    remove: (person: string, id: string): Promise<Outcome<null>> =>
      edit(person, (present) => {
        const before = present.find((rule) => rule.id === id);
        return before ? done({ edits: [{ before }], value: null }) : noSuchRule;
      }),

    /** The rules of a CSV file: all of them, or with a bad line none. */
    import: (person: string, csv: string, replace: boolean): Promise<Outcome<ResponsibilityImported>> =>
      edit(person, (present) => {
        const lines = readRules(csv);
        if (!lines.ok) return lines;
        const merged = mergeRules(lines.value, present, { replace, plan: planned });
        return merged.ok ? done({ edits: merged.value.edits, value: merged.value.counts }) : merged;
      }),
  };
}

export type Responsibility = Awaited<ReturnType<typeof makeResponsibility>>;

const noSuchRule = missing({ zh: "没有这条规则。", en: "There is no such rule." });
