import { Type } from "typebox";
import { choice, note } from "@xiuhua/core/procedure";
import { text } from "../shared/fields.ts";

export const enterprise = note(text(100), { words: { zh: "企业名称", en: "Enterprise" } });

export const problem = note(text(2000), { words: { zh: "反映问题", en: "Problem" }, widget: "longText" });

export const source = choice(
  {
    visit: { zh: "走访", en: "Visit" },
    sweep: { zh: "排查", en: "Sweep" },
    call: { zh: "企业来电", en: "Call" },
    meeting: { zh: "座谈会", en: "Meeting" },
  },
  { words: { zh: "来源", en: "Source" } },
);

/** Whom to ring there: not for the units that solve it, unless they are told. */
export const contact = note(
  Type.Object(
    {
      name: Type.Optional(note(Type.String({ maxLength: 60 }), { words: { zh: "联系人", en: "Name" } })),
      phone: Type.Optional(note(Type.String({ maxLength: 30 }), { words: { zh: "电话", en: "Telephone" } })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "企业联系人", en: "Contact" } },
);

export const takingKinds = ["office", "brigade", "squadron", "districtBureau", "utility", "centre", "subDistrict"];

export const leadUnit = note(text(64), {
  words: { zh: "牵头单位", en: "Lead unit" },
  widget: "unit",
  offers: takingKinds,
});

export const jointUnits = note(Type.Array(text(64), { maxItems: 10 }), {
  words: { zh: "协办单位", en: "Joint units" },
  widget: "unit",
  offers: takingKinds,
});

const mark = (zh: string, en: string) =>
  note(Type.Integer({ minimum: 1, maximum: 5 }), { words: { zh: `${zh}（1–5 分）`, en: `${en} (1 to 5)` } });

/** 四心: what the page asks of the city's help (办事更省心、经营更放心、发展更顺心、扎根更安心), five for the best. */
export const fourHearts = {
  easier: mark("办事更省心", "Business with the city is easier"),
  safer: mark("经营更放心", "Running the enterprise is less of a worry"),
  smoother: mark("发展更顺心", "Growing goes more smoothly"),
  rooted: mark("扎根更安心", "Staying here is more certain"),
};
