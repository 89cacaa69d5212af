import { Type, type Static } from "typebox";
import { Id, Instant, Named, Words } from "./common.ts";
import { DevicePosition, DeviceReport, EvidenceInput, SealedDevice } from "./device.ts";
import { SolvedWhen } from "./enterprises.ts";
import { Pledge } from "./pledges.ts";
import { EvidenceFile, EvidenceReference } from "./evidence.ts";

export const Colour = Type.Union([Type.Literal("green"), Type.Literal("yellow"), Type.Literal("red")]);
export type Colour = Static<typeof Colour>;

/** One row of a list. */
export const CaseSummary = Type.Object({
  no: Type.String(),
  procedure: Type.String(),
  seq: Type.Integer(),
  state: Type.String(),
  final: Type.Boolean(),
  title: Type.String(),
  type: Type.Optional(Named),
  source: Type.Optional(Type.String()),
  area: Type.Optional(Named),
  cell: Type.Optional(Type.String()),
  place: Type.Optional(Type.Object({ text: Type.String(), lng: Type.Number(), lat: Type.Number() })),
  department: Type.Optional(Named),
  /** Code of the component it is about. */
  component: Type.Optional(Type.String()),
  /** Names of open requests (extension, hold, void, …). */
  requests: Type.Array(Type.String()),
  openedAt: Instant,
  changedAt: Instant,
  /** When the clock that is nearest to running out does so; absent where none runs. */
  dueAt: Type.Optional(Instant),
  warnAt: Type.Optional(Instant),
  /** The light now; absent where no clock runs. */
  colour: Type.Optional(Colour),
  /** Clocks that ran over. */
  overran: Type.Array(Type.String()),
  /** SHA-256 of a photo to show beside it, where it has one. */
  photo: Type.Optional(Type.String()),
});
export type CaseSummary = Static<typeof CaseSummary>;

export const CaseClock = Type.Object({
  name: Type.String(),
  title: Words,
  basis: Words,
  status: Type.Union([Type.Literal("running"), Type.Literal("paused"), Type.Literal("stopped")]),
  limit: Type.Object({ value: Type.Number(), unit: Type.String() }),
  extensions: Type.Integer(),
  segments: Type.Array(Type.Object({ from: Instant, to: Type.Optional(Instant) })),
  dueAt: Type.Optional(Instant),
  warnAt: Type.Optional(Instant),
  /** Share of the limit used up so far; 1 is the limit. */
  share: Type.Number(),
  colour: Colour,
  late: Type.Boolean(),
});
export type CaseClock = Static<typeof CaseClock>;

/** One line of the timeline. A name that this reader may not see is left out. */
export const TimelineEntry = Type.Object({
  seq: Type.Integer(),
  at: Instant,
  action: Type.String(),
  title: Words,
  actor: Type.Object({
    role: Type.String(),
    roleTitle: Words,
    person: Type.Optional(Named),
    unit: Type.Optional(Named),
    onBehalfOf: Type.Optional(Named),
  }),
  from: Type.Optional(Type.String()),
  to: Type.String(),
  /** What was filled in, in words: field title and value as a person reads it. */
  details: Type.Array(Type.Object({ title: Words, value: Words })),
  evidence: Type.Array(EvidenceReference),
  /** What the phone said of the moment; for the centre and for who did it. */
  device: Type.Optional(SealedDevice),
});
export type TimelineEntry = Static<typeof TimelineEntry>;

/** An action this person may take now: its form is `input`, a JSON Schema with the engine's notes. */
export const ActionForm = Type.Object({
  action: Type.String(),
  title: Words,
  weight: Type.Union([Type.Literal("main"), Type.Literal("plain"), Type.Literal("grave")]),
  role: Type.String(),
  input: Type.Unknown({ description: "JSON Schema of the input, with words, widget, offers, choices on its fields" }),
  evidence: Type.Record(Type.String(), Type.Integer()),
  answers: Type.Optional(Type.String()),
  /** What the form begins with (the case's own type, the asked hold date, the proposed department). */
  initial: Type.Optional(Type.Record(Type.String(), Type.Unknown())),
});
export type ActionForm = Static<typeof ActionForm>;

/** A reason to look twice at a file. */
export const EvidenceDoubt = Type.Object({
  code: Type.Union([
    Type.Literal("before-task"),
    Type.Literal("far-away"),
    Type.Literal("same-picture"),
    Type.Literal("near-copy"),
    Type.Literal("edited"),
    Type.Literal("clock-wrong"),
    Type.Literal("no-position"),
  ]),
  message: Words,
  /** Other cases it is about; only those this reader may see. */
  cases: Type.Optional(Type.Array(Type.String())),
});
export type EvidenceDoubt = Static<typeof EvidenceDoubt>;

export const CaseDetail = Type.Object({
  ...CaseSummary.properties,
  /** What the component is called, where it is on record. */
  componentName: Type.Optional(Type.String()),
  since: Instant,
  version: Type.Integer(),
  /** Fields of subject and facts this reader may see, as title and value in words, and raw. */
  fields: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Words,
      value: Words,
      group: Type.Union([Type.Literal("subject"), Type.Literal("facts")]),
    }),
  ),
  subject: Type.Record(Type.String(), Type.Unknown()),
  facts: Type.Record(Type.String(), Type.Unknown()),
  clocks: Type.Array(CaseClock),
  requests: Type.Array(Type.String()),
  openRequests: Type.Array(
    Type.Object({
      name: Type.String(),
      title: Words,
      at: Instant,
      by: Type.Optional(Named),
      details: Type.Array(Type.Object({ title: Words, value: Words })),
    }),
  ),
  timeline: Type.Array(TimelineEntry),
  evidence: Type.Array(
    Type.Object({
      ...EvidenceReference.properties,
      file: EvidenceFile,
      at: Instant,
      seq: Type.Integer(),
      /** By the phone's clock when it was taken in the app. */
      capturedAt: Type.Optional(Instant),
      /** For the centre alone. */
      position: Type.Optional(DevicePosition),
      /** What makes one look twice at this file; for the centre alone. Doubts inform, they never block. */
      doubts: Type.Optional(Type.Array(EvidenceDoubt)),
    }),
  ),
  links: Type.Array(
    Type.Object({
      no: Type.String(),
      relation: Type.String(),
      direction: Type.Union([Type.Literal("to"), Type.Literal("from")]),
      /** What that one is and how it stands; absent where this person may not read it. */
      about: Type.Optional(Type.Object({ title: Type.String(), procedure: Type.String(), state: Type.String() })),
    }),
  ),
  actions: Type.Array(ActionForm),
  /** Until when a link lets somebody in; for whoever may hand it out (`GET /api/cases/:no/link`). */
  linkUntil: Type.Optional(Instant),
});
export type CaseDetail = Static<typeof CaseDetail>;

/** What lists, counts and exports are narrowed by; every part may be left out. */
export const CaseFilter = Type.Object(
  {
    /** `mine`: waits for me; `reported`: I reported it; `seen`: all that I may see. */
    queue: Type.Optional(Type.Union([Type.Literal("mine"), Type.Literal("reported"), Type.Literal("seen")])),
    procedure: Type.Optional(Type.String()),
    state: Type.Optional(Type.Array(Type.String(), { maxItems: 40 })),
    open: Type.Optional(Type.Boolean()),
    colour: Type.Optional(Type.Array(Colour, { maxItems: 3 })),
    /** Class code ("07") or type code ("07001"), the 2026 family. */
    type: Type.Optional(Type.String({ maxLength: 16 })),
    kind: Type.Optional(Type.Union([Type.Literal("component"), Type.Literal("event")])),
    department: Type.Optional(Id),
    /** Code of the component the cases are about. */
    component: Type.Optional(Id),
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    source: Type.Optional(Type.String({ maxLength: 32 })),
    request: Type.Optional(Type.String({ maxLength: 32 })),
    /** Words in the description, the place or the number. */
    text: Type.Optional(Type.String({ maxLength: 100 })),
    openedFrom: Type.Optional(Instant),
    openedTo: Type.Optional(Instant),
    /** Unfinished cases in which this pledge was not kept; by `pledgeUnit`, or by any. */
    pledge: Type.Optional(Pledge),
    /** Whose pledge; `-` for the centre's own posts. */
    pledgeUnit: Type.Optional(Type.String({ maxLength: 64 })),
    /** Problems of enterprises, by how they were solved against their date. */
    solved: Type.Optional(SolvedWhen),
    /** west,south,east,north in WGS 84 degrees. */
    box: Type.Optional(Type.String({ pattern: "^-?[0-9.]+(,-?[0-9.]+){3}$" })),
    /** lng,lat,lng,lat,… in WGS 84 degrees: 3 to 100 corners, the sides not crossing. */
    polygon: Type.Optional(Type.String({ maxLength: 4000, pattern: "^-?[0-9.]+(,-?[0-9.]+)+$" })),
  },
  { additionalProperties: false },
);
export type CaseFilter = Static<typeof CaseFilter>;

export const CaseSort = Type.Union([Type.Literal("due"), Type.Literal("opened"), Type.Literal("openedFirst")]);

export const CaseListQuery = Type.Object(
  {
    ...CaseFilter.properties,
    sort: Type.Optional(CaseSort),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })),
    /** The `next` of the page before. */
    after: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type CaseListQuery = Static<typeof CaseListQuery>;

export const CasePage = Type.Object({ items: Type.Array(CaseSummary), next: Type.Optional(Type.String()) });
export type CasePage = Static<typeof CasePage>;

/** Counters; each names the filter whose list has just these rows. */
export const CaseCounts = Type.Object({
  mine: Type.Object({ total: Type.Integer(), green: Type.Integer(), yellow: Type.Integer(), red: Type.Integer() }),
  states: Type.Array(Type.Object({ procedure: Type.String(), state: Type.String(), count: Type.Integer() })),
});
export type CaseCounts = Static<typeof CaseCounts>;

export const OpenCase = Type.Object(
  {
    procedure: Type.String({ maxLength: 64 }),
    action: Type.String({ maxLength: 64 }),
    input: Type.Unknown(),
    evidence: Type.Optional(Type.Array(EvidenceInput, { maxItems: 30 })),
    device: Type.Optional(DeviceReport),
  },
  { additionalProperties: false },
);
export type OpenCase = Static<typeof OpenCase>;

export const ActOnCase = Type.Object(
  {
    input: Type.Unknown(),
    evidence: Type.Optional(Type.Array(EvidenceInput, { maxItems: 30 })),
    device: Type.Optional(DeviceReport),
    /** The `seq` of the case as the person saw it: another number means somebody acted meanwhile. */
    seq: Type.Optional(Type.Integer({ minimum: 1 })),
  },
  { additionalProperties: false },
);
export type ActOnCase = Static<typeof ActOnCase>;

export const BulkAct = Type.Object(
  {
    action: Type.String({ maxLength: 64 }),
    cases: Type.Array(Type.Object({ no: Id, seq: Type.Optional(Type.Integer({ minimum: 1 })) }), {
      minItems: 1,
      maxItems: 200,
    }),
    input: Type.Unknown(),
    evidence: Type.Optional(Type.Array(EvidenceReference, { maxItems: 30 })),
  },
  { additionalProperties: false },
);
export type BulkAct = Static<typeof BulkAct>;

export const BulkResult = Type.Object({
  results: Type.Array(
    Type.Object({
      no: Type.String(),
      ok: Type.Boolean(),
      state: Type.Optional(Type.String()),
      code: Type.Optional(Type.String()),
      message: Type.Optional(Words),
    }),
  ),
});
export type BulkResult = Static<typeof BulkResult>;

export const SavedFilter = Type.Object({
  id: Type.String(),
  name: Type.String(),
  /** The unit it is shared in; absent for one's own. */
  unit: Type.Optional(Named),
  mine: Type.Boolean(),
  query: Type.Record(Type.String(), Type.Unknown()),
});
export type SavedFilter = Static<typeof SavedFilter>;

export const StockPhrase = Type.Object({ id: Type.String(), action: Type.String(), text: Words, own: Type.Boolean() });
export type StockPhrase = Static<typeof StockPhrase>;

export const Notice = Type.Object({
  id: Type.String(),
  /** Absent where it tells of no case: an alarm. */
  caseNo: Type.Optional(Type.String()),
  message: Words,
  at: Instant,
  readAt: Type.Optional(Instant),
});
export type Notice = Static<typeof Notice>;

/** One message of the live stream. */
export const LiveCase = Type.Object({ no: Type.String(), seq: Type.Integer(), state: Type.String() });
export type LiveCase = Static<typeof LiveCase>;
