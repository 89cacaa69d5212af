import type { CatalogueType } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import type { ResponsibilityStage } from "../api/index.ts";
import type { Rule } from "./rule.ts";
import type { Question, Sources, Thought } from "./question.ts";

/** What a sentence about one question is made from. */
export interface Sayable extends Pick<Sources, "catalogue" | "organisation" | "areaName"> {
  readonly question: Question;
  readonly type: CatalogueType | undefined;
}

type Names = Pick<Sources, "catalogue" | "organisation" | "areaName">;

const same = (text: string): Words => ({ zh: text, en: text });

export const unitName = ({ organisation }: Pick<Names, "organisation">, id: string): Words =>
  organisation.unit(id)?.name ?? same(id);

export const areaNameOf = ({ areaName }: Pick<Names, "areaName">, code: string): Words => areaName(code) ?? same(code);

/** A type or a class by its name. */
export function typeName({ catalogue }: Pick<Names, "catalogue">, code: string): Words {
  return catalogue.class(code)?.name ?? catalogue.type(code)?.matter ?? same(code);
}

/** A rule as a sentence: what it is about → who. */
export function ruleWords(names: Names, rule: Omit<Rule, "id">): Words {
  const { owner, type, area, validFrom, validTo } = rule;
  const what = type === undefined ? { zh: "任何类别", en: "any type" } : typeName(names, type);
  const where = area === undefined ? { zh: "全市", en: "the whole city" } : areaNameOf(names, area);
  const unit = unitName(names, rule.unit);
  const days =
    validFrom === undefined && validTo === undefined
      ? same("")
      : {
          zh: `（${validFrom ?? ""} 至 ${validTo ?? "今后"}）`,
          en: ` (${validFrom ?? ""} to ${validTo ?? "further notice"})`,
        };
  return {
    zh: `${owner === undefined ? "" : `权属单位 ${owner}，`}${what.zh}，${where.zh} → ${unit.zh}${days.zh}`,
    en: `${owner === undefined ? "" : `owner ${owner}, `}${what.en}, ${where.en} → ${unit.en}${days.en}`,
  };
}

const stageNames: Readonly<Record<ResponsibilityStage, Words>> = {
  owner: { zh: "部件权属", en: "the component's owner" },
  type: { zh: "本类别的规则", en: "rules for the type" },
  class: { zh: "所属大类的规则", en: "rules for its class" },
  any: { zh: "不分类别的规则", en: "rules for any type" },
  department: { zh: "目录中的主管部门", en: "the catalogue's departments" },
  territory: { zh: "属地", en: "the territory" },
};

/** A stage that knows nobody. */
export function nothingWords(about: Sayable, stage: ResponsibilityStage): Words {
  const at = stageNames[stage];
  const why = silence(about, stage);
  return { zh: `${at.zh}：${why.zh}`, en: `${at.en}: ${why.en}` };
}

function silence({ question, type }: Sayable, stage: ResponsibilityStage): Words {
  if (stage === "owner")
    return question.owner === undefined
      ? { zh: "没有部件，或部件未登记权属单位", en: "there is no component, or it has no owner on record" }
      : { zh: `没有权属单位 ${question.owner} 的规则`, en: `no rule for the owner ${question.owner}` };
  if (stage === "department") return { zh: "没有单位在此处负责", en: "no unit serves them here" };
  if (stage === "territory") return { zh: "没有属地单位", en: "no unit stands for it" };
  return type || stage === "any"
    ? { zh: "没有此处的规则", en: "none here" }
    : { zh: "没有类别", en: "there is no type" };
}

/** A unit that could answer, and by what. */
export function foundWords(about: Sayable, { stage, unit, rule, key }: Thought): Words {
  const at = stageNames[stage];
  if (rule) {
    const { zh, en } = ruleWords(about, rule);
    return { zh: `${at.zh}：${zh}`, en: `${at.en}: ${en}` };
  }
  const name = unitName(about, unit);
  const via = key === undefined ? territoryOf(about, unit) : (about.catalogue.departments[key] ?? same(key));
  return { zh: `${at.zh}：${via.zh} → ${name.zh}`, en: `${at.en}: ${via.en} → ${name.en}` };
}

/** A unit that would, if it could. */
export function passedOverWords(about: Sayable, thought: Thought, gone: boolean): Words {
  const { zh, en } = foundWords(about, thought);
  return gone
    ? { zh: `${zh}；该单位已停用，跳过`, en: `${en}; that unit is not active, passed over` }
    : { zh: `${zh}；该单位不能承办案件，跳过`, en: `${en}; that unit cannot take cases, passed over` };
}

function territoryOf(about: Sayable, unit: string): Words {
  const digits = about.organisation.unit(unit)?.kind === "subDistrict" ? 9 : 6;
  return areaNameOf(about, about.question.area?.slice(0, digits) ?? "");
}
