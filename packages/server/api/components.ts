import { Type, type Static } from "typebox";
import { CaseSummary } from "./cases.ts";
import { Day, Id, Instant, Named, Words } from "./common.ts";

/** 管理部件状态: 完好, 破损, 丢失, 废弃, 移除. */
export const ComponentState = Type.Union([
  Type.Literal("intact"),
  Type.Literal("damaged"),
  Type.Literal("missing"),
  Type.Literal("abandoned"),
  Type.Literal("removed"),
]);
export type ComponentState = Static<typeof ComponentState>;

/** A component (部件) in a list or on the map. */
export const ComponentSummary = Type.Object({
  code: Type.String({ description: "部件标识码: text, 16 or 17 digits" }),
  name: Type.String(),
  type: Named,
  state: ComponentState,
  lng: Type.Number(),
  lat: Type.Number(),
  area: Named,
  cell: Type.Optional(Type.String()),
  ownerCode: Type.Optional(Type.String()),
  ownerName: Type.Optional(Type.String()),
  nextInspection: Type.Optional(Day),
  /** From the middle of the box, or from `near`; only where the question had a place. */
  distanceMetres: Type.Optional(Type.Number()),
});
export type ComponentSummary = Static<typeof ComponentSummary>;

const Text = (most: number) => Type.String({ minLength: 1, maxLength: most });

/** What the census says of it beyond the summary; the standard's attributes under whole words. */
const registered = {
  competentCode: Type.Optional(Text(18)),
  competentName: Type.Optional(Text(100)),
  ownerCode: Type.Optional(Text(18)),
  ownerName: Type.Optional(Text(100)),
  maintainerCode: Type.Optional(Text(18)),
  maintainerName: Type.Optional(Text(100)),
  initialDate: Type.Optional(Day),
  changeDate: Type.Optional(Day),
  source: Type.Optional(Text(30)),
  remarks: Type.Optional(Text(1000)),
  streetCode: Type.Optional(Text(9)),
  streetName: Type.Optional(Text(50)),
  communityCode: Type.Optional(Text(12)),
  communityName: Type.Optional(Text(50)),
  /** Days from one inspection to the next. */
  inspectDays: Type.Optional(Type.Integer({ minimum: 1, maximum: 3650 })),
  nextInspection: Type.Optional(Day),
};

/** One thing that was done to it. `recorded` is when it came into the register. */
export const ComponentEvent = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  kind: Type.Union([
    Type.Literal("recorded"),
    Type.Literal("changed"),
    Type.Literal("state"),
    Type.Literal("inspected"),
    Type.Literal("imported"),
  ]),
  person: Named,
  note: Type.Optional(Type.String()),
  changes: Type.Array(
    Type.Object({ field: Type.String(), title: Words, from: Type.Optional(Words), to: Type.Optional(Words) }),
  ),
});
export type ComponentEvent = Static<typeof ComponentEvent>;

export const ComponentDetail = Type.Object({
  ...ComponentSummary.properties,
  ...registered,
  /** Number of its last change; send it back with a change of one's own. */
  seq: Type.Integer(),
  /** Who would get a case about it. */
  responsible: Type.Optional(Named),
  /** Newest first. */
  history: Type.Array(ComponentEvent),
  /** The newest cases about it that this reader may see; all of them: `/api/cases?component=`. */
  cases: Type.Array(CaseSummary),
  /** Whether this reader may change it and record inspections. */
  mayChange: Type.Boolean(),
});
export type ComponentDetail = Static<typeof ComponentDetail>;

const Box = Type.String({
  pattern: "^-?[0-9.]+(,-?[0-9.]+){3}$",
  description: "west,south,east,north in WGS 84 degrees",
});

export const ComponentListQuery = Type.Object(
  {
    /** Inside this box, the nearest to `near` or to its middle first; not paged. */
    box: Type.Optional(Box),
    /** lng,lat. */
    near: Type.Optional(Type.String({ pattern: "^-?[0-9.]+,-?[0-9.]+$" })),
    /** The beginning of a code, or words of the name. */
    text: Type.Optional(Type.String({ maxLength: 60 })),
    /** Class ("01") or type ("01037") of the catalogue. */
    type: Type.Optional(Type.String({ maxLength: 16 })),
    state: Type.Optional(ComponentState),
    owner: Type.Optional(Type.String({ maxLength: 32, description: "权属单位代码" })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 50 })),
    /** The `next` of the page before; without a box. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type ComponentListQuery = Static<typeof ComponentListQuery>;

export const ComponentPage = Type.Object({ items: Type.Array(ComponentSummary), next: Type.Optional(Type.String()) });
export type ComponentPage = Static<typeof ComponentPage>;

export const ComponentDueQuery = Type.Object(
  {
    /** Due on this day or before; today unless said. */
    until: Type.Optional(Day),
    owner: Type.Optional(Type.String({ maxLength: 32 })),
    /** Only what owner rules give to my units. */
    mine: Type.Optional(Type.Boolean()),
    type: Type.Optional(Type.String({ maxLength: 16 })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type ComponentDueQuery = Static<typeof ComponentDueQuery>;

const seq = Type.Optional(
  Type.Integer({ minimum: 1, description: "The seq that was seen; another one is a conflict" }),
);
const note = Type.Optional(Type.String({ maxLength: 500 }));
/** `null` takes a value away. */
const Emptied = <T extends (typeof registered)[keyof typeof registered]>(schema: T) =>
  Type.Optional(Type.Union([schema, Type.Null()]));

/** What is to be corrected; what is left out stays. */
export const ComponentChange = Type.Object(
  {
    seq,
    note,
    name: Type.Optional(Text(100)),
    lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
    lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
    competentCode: Emptied(registered.competentCode),
    competentName: Emptied(registered.competentName),
    ownerCode: Emptied(registered.ownerCode),
    ownerName: Emptied(registered.ownerName),
    maintainerCode: Emptied(registered.maintainerCode),
    maintainerName: Emptied(registered.maintainerName),
    remarks: Emptied(registered.remarks),
    inspectDays: Emptied(registered.inspectDays),
    nextInspection: Emptied(registered.nextInspection),
  },
  { additionalProperties: false },
);
export type ComponentChange = Static<typeof ComponentChange>;

export const ComponentStateChange = Type.Object({ state: ComponentState, note, seq }, { additionalProperties: false });
export type ComponentStateChange = Static<typeof ComponentStateChange>;

/** Somebody looked at it: in which state it was found, and when it is due again if not by its own interval. */
export const ComponentInspection = Type.Object(
  { state: Type.Optional(ComponentState), note, next: Type.Optional(Day), seq },
  { additionalProperties: false },
);
export type ComponentInspection = Static<typeof ComponentInspection>;

export const ByCode = Type.Object({ code: Id });
