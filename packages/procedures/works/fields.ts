import { Type } from "typebox";
import { note } from "@xiuhua/core/procedure";
import { instant, text } from "../shared/fields.ts";

export const title = note(text(100), { words: { zh: "工程名称", en: "Title" }, audience: "public" });

export const work = note(text(2000), {
  words: { zh: "工程内容", en: "What is to be done" },
  widget: "longText",
  audience: "public",
});

/** Numbers of the city cases that it bundles: each stays a case of its own. */
export const defects = note(Type.Array(text(32), { maxItems: 200 }), {
  words: { zh: "包含的病害案件", en: "Defects" },
  widget: "case",
});

/** 里程碑: a step of the plan with its date, and since when it is reached. */
export const milestones = note(
  Type.Array(
    Type.Object(
      {
        name: note(text(60), { words: { zh: "节点", en: "Milestone" } }),
        at: instant("计划日期", "Planned for"),
        reachedAt: Type.Optional(instant("完成时间", "Reached at")),
      },
      { additionalProperties: false },
    ),
    { maxItems: 40 },
  ),
  { words: { zh: "工程节点", en: "Milestones" }, audience: "public" },
);

/** The plan as it is written: what is reached is told later, by its own action. */
export const plannedMilestones = note(
  Type.Array(
    Type.Object(
      {
        name: note(text(60), { words: { zh: "节点", en: "Milestone" } }),
        at: instant("计划日期", "Planned for"),
      },
      { additionalProperties: false },
    ),
    { maxItems: 40 },
  ),
  { words: { zh: "工程节点", en: "Milestones" } },
);

/** Who of the contractor answers for the work; a telephone, so that the link can be sent there. */
export const crew = note(
  Type.Object(
    {
      name: note(text(60), { words: { zh: "负责人", en: "Name" } }),
      phone: Type.Optional(note(text(30), { words: { zh: "电话", en: "Telephone" } })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "施工队", en: "Crew" } },
);
