import { Type, type Static } from "typebox";
import { CaseFilter, CaseListQuery, Id, type Words } from "../api/index.ts";

const { sort } = CaseListQuery.properties;

/** Something that can be seen. */
const text = (most: number) => Type.String({ minLength: 1, maxLength: most, pattern: "\\S" });

/** What a saved filter holds: the list's filter and order. The page is not kept. */
const SavedQuery = Type.Object({ ...CaseFilter.properties, sort }, { additionalProperties: false });

export const FilterInput = Type.Object(
  { name: text(60), unit: Type.Optional(Id), query: SavedQuery },
  { additionalProperties: false },
);
export type FilterInput = Static<typeof FilterInput>;

export const FilterPatch = Type.Object(
  {
    name: Type.Optional(text(60)),
    unit: Type.Optional(Type.Union([Id, Type.Null()], { description: "null takes it back to oneself" })),
    query: Type.Optional(SavedQuery),
  },
  { additionalProperties: false },
);
export type FilterPatch = Static<typeof FilterPatch>;

const PhraseText = text(500);

/** A person writes a phrase in one language; it then reads the same in both. */
export const PhraseInput = Type.Object(
  {
    action: text(64),
    text: Type.Union([PhraseText, Type.Object({ zh: PhraseText, en: PhraseText }, { additionalProperties: false })]),
    unit: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type PhraseInput = Static<typeof PhraseInput>;

export const wordsOf = (given: PhraseInput["text"]): Words =>
  typeof given === "string" ? { zh: given, en: given } : given;

export const NoticeListQuery = Type.Object(
  {
    unread: Type.Optional(Type.Boolean()),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    after: Type.Optional(Type.String({ maxLength: 200, description: "Id of the last notice of the page before" })),
  },
  { additionalProperties: false },
);

export const NoticesRead = Type.Object(
  { ids: Type.Optional(Type.Array(Type.String({ maxLength: 200 }), { maxItems: 500 })) },
  { additionalProperties: false },
);
