import { Type, type Static } from "typebox";
import { LimitSchema } from "../calendar/index.ts";

/** Words of the data file: English may be absent, then the Chinese stands in for it. */
const FileWords = Type.Object(
  { zh: Type.String({ minLength: 1 }), en: Type.Optional(Type.String({ minLength: 1 })) },
  { additionalProperties: false },
);

/** How sure the product is of a fact, from a text of the standard seen at second hand down to no fact at all. */
const Confidence = Type.Union([
  Type.Literal("high"),
  Type.Literal("medium-high"),
  Type.Literal("medium"),
  Type.Literal("low"),
  Type.Literal("none"),
]);

const FileCriterion = Type.Object(
  {
    id: Type.String({ pattern: "^[0-9A-Za-z:]+-[1-9][0-9]*$" }),
    when: FileWords,
    done: FileWords,
    measure: Type.String({ pattern: "^[A-Z_]+$" }),
    limit: LimitSchema,
    source: Type.String(),
    confidence: Confidence,
  },
  { additionalProperties: false },
);

const FileType = Type.Object(
  {
    code: Type.String({ pattern: "^([0-9]{5}|[0-9a-z]+:[CE][0-9]{4})$" }),
    kind: Type.Union([Type.Literal("component"), Type.Literal("event")]),
    classCode: Type.String({ minLength: 2 }),
    code2013: Type.Optional(Type.String({ pattern: "^[0-9]{4}$" })),
    name: FileWords,
    name2013: Type.Optional(Type.String({ minLength: 1 })),
    departments: Type.Array(Type.String()),
    source: Type.String(),
    confidence: Type.Object(
      { code: Confidence, code2013: Confidence, departments: Confidence, limits: Confidence },
      { additionalProperties: false },
    ),
    criteria: Type.Array(FileCriterion),
  },
  { additionalProperties: false },
);

const FileClass = Type.Object(
  {
    code: Type.String({ pattern: "^([0-9]{2}|2013:[CE][0-9]{2})$" }),
    kind: Type.Union([Type.Literal("component"), Type.Literal("event")]),
    family: Type.Union([Type.Literal("2026"), Type.Literal("2013")]),
    name: FileWords,
  },
  { additionalProperties: false },
);

/** `data/catalogue/catalogue.json`. */
export const CatalogueFile = Type.Object(
  {
    title: FileWords,
    provenance: Type.String(),
    sources: Type.Record(Type.String(), Type.String()),
    departments: Type.Record(Type.String({ pattern: "^[A-Z]+$" }), FileWords),
    classes: Type.Array(FileClass),
    types: Type.Array(FileType),
  },
  { additionalProperties: false },
);

/** `data/catalogue/extension-*.json`: the types a city added for itself, loaded on top of the catalogue. */
export const ExtensionFile = Type.Object(
  { title: FileWords, provenance: Type.String(), localExtension: Type.String(), types: Type.Array(FileType) },
  { additionalProperties: false },
);

export type FileWords = Static<typeof FileWords>;
export type FileType = Static<typeof FileType>;
export type CatalogueFile = Static<typeof CatalogueFile>;
export type Confidence = Static<typeof Confidence>;
