import { Type, type Static } from "typebox";
import { Day, Id, Instant, Named, Words } from "./common.ts";

/** Who gets what: a component's owner, a type or class, an area; what is left out is any. */
export const ResponsibilityRule = Type.Object({
  id: Type.String(),
  /** 权属单位代码 of components. */
  owner: Type.Optional(Type.String()),
  /** A type ("01037") or class ("01") of the catalogue. */
  type: Type.Optional(Named),
  area: Type.Optional(Named),
  unit: Named,
  /** First and last day, both included; absent: without an end on that side. */
  validFrom: Type.Optional(Day),
  validTo: Type.Optional(Day),
  note: Type.Optional(Type.String()),
  /** Whether it counts today. */
  inForce: Type.Boolean(),
  /** The rule as one sentence. */
  words: Words,
});
export type ResponsibilityRule = Static<typeof ResponsibilityRule>;

export const ResponsibilityRuleInput = Type.Object(
  {
    owner: Type.Optional(Type.String({ minLength: 1, maxLength: 32 })),
    type: Type.Optional(Type.String({ minLength: 1, maxLength: 16 })),
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    unit: Id,
    validFrom: Type.Optional(Day),
    validTo: Type.Optional(Day),
    note: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type ResponsibilityRuleInput = Static<typeof ResponsibilityRuleInput>;

/** Which part of the order of precedence decides. */
export const ResponsibilityStage = Type.Union([
  Type.Literal("owner"),
  Type.Literal("type"),
  Type.Literal("class"),
  Type.Literal("any"),
  Type.Literal("department"),
  Type.Literal("territory"),
]);
export type ResponsibilityStage = Static<typeof ResponsibilityStage>;

/** One row of the matrix: a class or a type, with who gets it in each district. */
export const ResponsibilityRow = Type.Object({
  /** Code; "" in the row of the rules for any type. */
  id: Type.String(),
  name: Words,
  level: Type.Union([Type.Literal("any"), Type.Literal("class"), Type.Literal("type")]),
  cells: Type.Array(
    Type.Object({
      /** The district's code. */
      area: Type.String(),
      /** Who gets it, ownerless, in the district at large; absent where nobody. In rows of classes: by a rule only. */
      unit: Type.Optional(Named),
      stage: Type.Optional(ResponsibilityStage),
      /** The rule that says so. */
      rule: Type.Optional(Type.String()),
      /** How many rules in force say otherwise for owners or for parts of the district. */
      exceptions: Type.Integer(),
    }),
  ),
});
export type ResponsibilityRow = Static<typeof ResponsibilityRow>;

export const ResponsibilityQuery = Type.Object(
  {
    class: Type.Optional(
      Type.String({ maxLength: 16, description: "Rows of this class's types; else of all classes" }),
    ),
  },
  { additionalProperties: false },
);

export const Responsibility = Type.Object({
  /** Every rule, those out of force too. */
  rules: Type.Array(ResponsibilityRule),
  districts: Type.Array(Named),
  rows: Type.Array(ResponsibilityRow),
});
export type Responsibility = Static<typeof Responsibility>;

export const ResponsibilityTestQuery = Type.Object(
  {
    type: Type.Optional(Type.String({ maxLength: 16 })),
    lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    /** Code of a component: it brings its owner, and its type and place where these are not given. */
    component: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ResponsibilityTestQuery = Static<typeof ResponsibilityTestQuery>;

/** Who would get it, and why: each stage that was asked, the one that decided last. */
export const ResponsibilityTest = Type.Object({
  unit: Type.Optional(Named),
  type: Type.Optional(Named),
  area: Type.Optional(Named),
  owner: Type.Optional(Type.String()),
  chain: Type.Array(
    Type.Object({
      stage: ResponsibilityStage,
      words: Words,
      unit: Type.Optional(Named),
      rule: Type.Optional(Type.String()),
      decides: Type.Boolean(),
    }),
  ),
});
export type ResponsibilityTest = Static<typeof ResponsibilityTest>;

/** Who changed a rule, when, from what to what; `before` is absent for a new one, `after` for a deleted one. */
export const ResponsibilityChange = Type.Object({
  id: Type.Integer(),
  at: Instant,
  person: Named,
  rule: Type.String(),
  before: Type.Optional(Words),
  after: Type.Optional(Words),
});
export type ResponsibilityChange = Static<typeof ResponsibilityChange>;

export const ResponsibilityChanges = Type.Object({
  items: Type.Array(ResponsibilityChange),
  next: Type.Optional(Type.Integer()),
});
export type ResponsibilityChanges = Static<typeof ResponsibilityChanges>;

/** The rules as a CSV text; all of it or, with a bad line, nothing. */
export const ResponsibilityImport = Type.Object(
  {
    csv: Type.String({ maxLength: 2_000_000 }),
    /** Rules that the file does not have are deleted; else they stay. */
    replace: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export const ResponsibilityImported = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  same: Type.Integer(),
  deleted: Type.Integer(),
});
export type ResponsibilityImported = Static<typeof ResponsibilityImported>;
