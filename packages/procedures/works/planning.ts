import { Type } from "typebox";
import { note, rule, type ActionMaker, type Effect, type Reference } from "@xiuhua/core/procedure";
import { form, instant, placeInput, reason, remark, text } from "../shared/fields.ts";
import { ahead, endOfDay, inCity, otherCase, placed, unitCan } from "../shared/rules.ts";
import type { WorksShape } from "./base.ts";
import { defects, plannedMilestones, title, work } from "./fields.ts";

const kinds = ["office", "brigade", "utility", "districtBureau"];
const manager = note(text(64), { words: { zh: "管理单位", en: "Managing unit" }, widget: "unit", offers: kinds });

const managerFits = (unit: string | undefined, reference: Reference) =>
  unit === undefined
    ? rule({ zh: "请选择管理单位", en: "Choose the managing unit" }, "/manager")
    : unitCan(reference, unit, kinds, "/manager");

/** What each bundled case is told: it rests while the works go on. */
const bundle = (order: string, cases: readonly string[], until: number | undefined): readonly Effect[] =>
  cases.flatMap((no): Effect[] => [
    { kind: "link", to: no, relation: "partOf" },
    ...(until === undefined ? [] : ([{ kind: "act", on: no, action: "joinWorks", input: { order, until } }] as const)),
  ]);

/** From the idea to the plan: what is bundled, by whom, until when. */
export const planning = (action: ActionMaker<WorksShape>) => ({
  propose: action({
    title: { zh: "立项", en: "Propose works" },
    opens: true,
    to: "planning",
    by: ["worksManager", "dispatcher"],
    evidence: { near: 0, far: 0 },
    input: form({
      title,
      work,
      place: placeInput,
      defects: Type.Optional(defects),
      manager: Type.Optional(manager),
    }),
    guard: ({ input, actor, reference }) =>
      inCity(input.place, reference) ??
      managerFits(input.manager ?? (actor.role === "worksManager" ? actor.unit : undefined), reference) ??
      (input.defects ?? []).map((no) => otherCase(reference, "", no, "/defects", "city-case")).find((one) => one),
    subject: ({ input: { manager: _manager, ...input }, reference }) => ({
      ...input,
      defects: [...new Set(input.defects ?? [])],
      place: placed(input.place, reference),
    }),
    set: ({ input, actor }) => ({ manager: input.manager ?? actor.unit ?? null }),
  }),
  entrust: action({
    title: { zh: "改交管理单位", en: "Give to another unit" },
    from: "planning",
    to: "same",
    by: ["dispatcher"],
    input: form({ manager }),
    guard: ({ input, reference }) => managerFits(input.manager, reference),
    set: ({ input }) => ({ manager: input.manager }),
    restarts: () => ["plan"],
  }),
  plan: action({
    title: { zh: "编制计划", en: "Plan" },
    from: ["planning", "underway"],
    to: "underway",
    by: ["worksManager"],
    weight: "main",
    input: form({
      contractor: note(text(100), { words: { zh: "施工单位", en: "Contractor" } }),
      startAt: instant("计划开工", "Planned start"),
      endAt: instant("计划完工", "Planned end"),
      milestones: Type.Optional(plannedMilestones),
    }),
    guard({ input, now }) {
      if (input.endAt <= input.startAt)
        return rule({ zh: "完工日期须晚于开工日期", en: "The end must come after the start" }, "/endAt");
      const late = (input.milestones ?? []).findIndex(({ at }) => at > input.endAt);
      return late < 0
        ? ahead(input.endAt, now, "/endAt")
        : rule(
            { zh: `第 ${late + 1} 个节点晚于完工日期`, en: `Milestone ${late + 1} lies after the end` },
            "/milestones",
          );
    },
    set: ({ input, facts, calendar }) => ({
      contractor: input.contractor,
      startAt: input.startAt,
      endAt: endOfDay(calendar, input.endAt),
      milestones: [...(input.milestones ?? [])]
        .toSorted((one, other) => one.at - other.at)
        .map((one) => ({ ...one, ...reached(facts.milestones, one.name) })),
    }),
    relimits: ["build"],
    effects: ({ case: c, input, calendar }) => bundle(c.no, c.subject.defects, endOfDay(calendar, input.endAt)),
  }),
  addDefect: action({
    title: { zh: "并入病害案件", en: "Add a defect" },
    from: ["planning", "underway"],
    to: "same",
    by: ["worksManager"],
    input: form({ defect: note(text(32), { words: { zh: "病害案件号", en: "Case number" }, widget: "case" }) }),
    guard: ({ case: c, input, reference }) =>
      c.subject.defects.includes(input.defect)
        ? rule({ zh: "该案件已在本工程内", en: "It is part of this order already" }, "/defect")
        : otherCase(reference, c.no, input.defect, "/defect", "city-case"),
    amend: ({ case: c, input }) => ({ defects: [...c.subject.defects, input.defect] }),
    effects: ({ case: c, facts, input }) => bundle(c.no, [input.defect], facts.endAt),
  }),
  abandon: action({
    title: { zh: "撤销工程", en: "Call off" },
    from: ["planning", "underway", "onHold"],
    to: "abandoned",
    by: ["worksManager", "dispatcher"],
    weight: "grave",
    input: form({ reason }),
    effects: ({ case: c, input }) =>
      c.subject.defects.map((no) => ({
        kind: "act",
        on: no,
        action: "leaveWorks",
        input: { order: c.no, reason: input.reason },
      })),
  }),
  reach: action({
    title: { zh: "节点完成", en: "Milestone reached" },
    from: "underway",
    to: "same",
    by: ["worksManager"],
    input: form({
      name: note(text(60), { words: { zh: "节点", en: "Milestone" } }),
      note: remark,
    }),
    guard({ facts, input }) {
      const found = facts.milestones?.find((one) => one.name === input.name);
      if (!found) return rule({ zh: `计划里没有节点“${input.name}”`, en: `The plan has no such milestone` }, "/name");
      return found.reachedAt === undefined
        ? undefined
        : rule({ zh: "该节点已完成", en: "It was reached before" }, "/name");
    },
    set: ({ facts, input, now }) => ({
      milestones: (facts.milestones ?? []).map((one) => (one.name === input.name ? { ...one, reachedAt: now } : one)),
    }),
  }),
});

/** A step that was reached stays so when the plan is written anew. */
function reached(
  before: readonly { readonly name: string; readonly reachedAt?: number }[] | undefined,
  name: string,
): { reachedAt?: number } {
  const at = before?.find((one) => one.name === name)?.reachedAt;
  return at === undefined ? {} : { reachedAt: at };
}
