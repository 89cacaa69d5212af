import { Type } from "typebox";
import { choice, note } from "@xiuhua/core/procedure";
import { text } from "../shared/fields.ts";

export const kind = choice(
  {
    bag: { zh: "箱包", en: "Bag" },
    phone: { zh: "手机", en: "Telephone" },
    papers: { zh: "证件卡片", en: "Papers and cards" },
    money: { zh: "现金", en: "Money" },
    keys: { zh: "钥匙", en: "Keys" },
    vehicle: { zh: "车辆", en: "Vehicle" },
    other: { zh: "其他", en: "Other" },
  },
  { words: { zh: "物品类别", en: "Kind" }, audience: "public" },
);

/** Enough for an owner to look twice, and no more: whoever claims it must say the rest. */
export const item = note(text(100), { words: { zh: "物品名称", en: "Item" }, audience: "public" });

export const contents = note(
  Type.Array(
    Type.Object(
      {
        what: note(text(100), { words: { zh: "名称", en: "What" } }),
        count: note(Type.Integer({ minimum: 1, maximum: 100_000 }), { words: { zh: "数量", en: "Count" } }),
        remark: Type.Optional(note(Type.String({ maxLength: 200 }), { words: { zh: "特征", en: "Marks" } })),
      },
      { additionalProperties: false },
    ),
    { maxItems: 100 },
  ),
  { words: { zh: "清点清单", en: "Contents" } },
);

export const storage = note(text(100), { words: { zh: "存放地点", en: "Kept at" } });

/** The finder, where that is not the officer who records it. */
export const finder = note(
  Type.Object(
    {
      name: note(text(60), { words: { zh: "拾得人", en: "Finder" } }),
      phone: Type.Optional(note(Type.String({ maxLength: 30 }), { words: { zh: "电话", en: "Telephone" } })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "拾得人", en: "Finder" } },
);

export const claimant = note(
  Type.Object(
    {
      name: note(text(60), { words: { zh: "姓名", en: "Name" } }),
      phone: note(text(30), { words: { zh: "电话", en: "Telephone" } }),
      paper: Type.Optional(note(Type.String({ maxLength: 60 }), { words: { zh: "所持证件", en: "Paper shown" } })),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "认领人", en: "Claimant" } },
);

/** Asked of whoever claims it; the answer is in the contents, which the public does not see. */
export const question = note(text(200), { words: { zh: "核对问题", en: "Check question" } });
