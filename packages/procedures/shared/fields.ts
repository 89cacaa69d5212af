import { Type, type TProperties } from "typebox";
import { note } from "@xiuhua/core/procedure";

/** The input of an action: what is not named is refused. */
export const form = <Fields extends TProperties>(fields: Fields) =>
  Type.Object(fields, { additionalProperties: false });

export const text = (most: number) => Type.String({ minLength: 1, maxLength: most });

export const reason = note(text(500), { words: { zh: "理由", en: "Reason" }, widget: "longText" });
export const remark = Type.Optional(
  note(Type.String({ maxLength: 500 }), { words: { zh: "备注", en: "Note" }, widget: "longText" }),
);
export const person = (role: string, zh: string, en: string) =>
  note(text(64), { words: { zh, en }, widget: "person", offers: role });
export const caseNo = (zh: string, en: string) => note(text(32), { words: { zh, en }, widget: "case" });
export const instant = (zh: string, en: string) =>
  note(Type.Integer({ minimum: 0 }), { words: { zh, en }, widget: "date" });

/** Where it is: a WGS 84 point and the words a person would use. The grid fills in area and cell. */
export const placeInput = note(
  Type.Object(
    {
      lng: Type.Number({ minimum: -180, maximum: 180 }),
      lat: Type.Number({ minimum: -90, maximum: 90 }),
      text: Type.String({ minLength: 1, maxLength: 200 }),
    },
    { additionalProperties: false },
  ),
  { words: { zh: "位置", en: "Place" }, widget: "place", audience: "public" },
);

export const place = note(
  Type.Object({
    lng: Type.Number(),
    lat: Type.Number(),
    text: Type.String(),
    area: Type.Optional(Type.String()),
    cell: Type.Optional(Type.String()),
  }),
  { words: { zh: "位置", en: "Place" }, widget: "place", audience: "public" },
);

export const description = note(text(2000), {
  words: { zh: "问题描述", en: "Description" },
  widget: "longText",
  audience: "public",
});
