import { Type, type Static } from "typebox";
import { StockPhrase } from "./cases.ts";
import { DevicePosition } from "./device.ts";
import { Day, Id, Instant, Named, Words } from "./common.ts";

/** An upload under way, or done: `GET /api/uploads/:id`, for a phone that lost the answer. */
export const UploadState = Type.Object({
  id: Type.String(),
  /** Bytes in all, and those that have arrived. */
  bytes: Type.Integer(),
  offset: Type.Integer(),
  /** The evidence it became; absent until it is whole and taken in. */
  hash: Type.Optional(Type.String({ pattern: "^[0-9a-f]{64}$" })),
  /** When it is swept away if it is not finished, or the answer forgotten if it is. */
  expiresAt: Instant,
});
export type UploadState = Static<typeof UploadState>;

/** Being on duty, as begun and ended by the person (到岗/离岗); the roster's shift beside it where there is one. */
export const FieldShift = Type.Object({
  id: Type.String(),
  role: Type.String(),
  startedAt: Instant,
  endedAt: Type.Optional(Instant),
  /** When it ends by itself: after the roster's end, or after so many hours. No point later than this is taken. */
  endsAt: Instant,
  planned: Type.Optional(Type.Object({ startsAt: Instant, endsAt: Instant })),
});
export type FieldShift = Static<typeof FieldShift>;

export const FieldShiftInput = Type.Object(
  {
    action: Type.Union([Type.Literal("start"), Type.Literal("end")]),
    /** By the phone's clock: it may have been offline. */
    at: Instant,
  },
  { additionalProperties: false },
);
export type FieldShiftInput = Static<typeof FieldShiftInput>;

export const TrackInput = Type.Object(
  { points: Type.Array(DevicePosition, { minItems: 1, maxItems: 500 }) },
  { additionalProperties: false },
);
export type TrackInput = Static<typeof TrackInput>;

/** What became of a batch. All of it is settled: the phone forgets the batch whatever the figures are. */
export const TrackResult = Type.Object({
  stored: Type.Integer(),
  /** Thinned out, known already, too inexact, or outside any shift. */
  left: Type.Integer(),
});
export type TrackResult = Static<typeof TrackResult>;

/** One grid cell on one day, by who walked through it. */
export const CellCoverage = Type.Object({
  cell: Type.String(),
  points: Type.Integer(),
  people: Type.Integer(),
  firstAt: Instant,
  lastAt: Instant,
});
export type CellCoverage = Static<typeof CellCoverage>;

/** West, south, east, north, in degrees: what the map is to show of it. */
const Bounds = Type.Tuple([Type.Number(), Type.Number(), Type.Number(), Type.Number()]);

/** A unit grid cell on one day, walked or not, with whose it is. */
export const CellWalk = Type.Object({
  cell: Type.String(),
  bounds: Bounds,
  /** The responsibility grid it belongs to, and who looks after that. */
  grid: Type.Optional(Named),
  collector: Type.Optional(Named),
  /** Zero where nobody came. */
  points: Type.Integer(),
  people: Type.Integer(),
  firstAt: Type.Optional(Instant),
  lastAt: Type.Optional(Instant),
});
export type CellWalk = Static<typeof CellWalk>;

const walked = { cells: Type.Integer(), covered: Type.Integer(), people: Type.Integer() };

/** How much of an area was walked on a day. */
export const CoverageReport = Type.Object({
  day: Day,
  area: Named,
  ...walked,
  /** The areas directly within. */
  areas: Type.Array(Type.Object({ area: Named, bounds: Bounds, ...walked })),
  /** The area's cells, those that nobody walked first; absent where they are too many to list. */
  rows: Type.Optional(Type.Array(CellWalk)),
});
export type CoverageReport = Static<typeof CoverageReport>;

/** A word from the centre to roles and an area, for a day (今日通知). */
export const Bulletin = Type.Object({
  id: Type.String(),
  text: Words,
  at: Instant,
  until: Instant,
  /** To whom; absent for all. */
  roles: Type.Optional(Type.Array(Type.String())),
  area: Type.Optional(Named),
  by: Named,
});
export type Bulletin = Static<typeof Bulletin>;

export const BulletinInput = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" }),
    roles: Type.Optional(Type.Array(Id, { minItems: 1, maxItems: 20 })),
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    /** The end of today if left out. */
    until: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type BulletinInput = Static<typeof BulletinInput>;

/** What the app shows first. */
export const FieldMe = Type.Object({
  /** The shift under way; absent when off duty. */
  shift: Type.Optional(FieldShift),
  /** The roster's shift that is on now or comes next today. */
  planned: Type.Optional(Type.Object({ role: Type.String(), startsAt: Instant, endsAt: Instant })),
  /** Where this person is responsible; absent for the whole city. */
  area: Type.Optional(Named),
  /** The responsibility grid: codes of its unit grid cells; empty where the city has none there, or too many. */
  cells: Type.Array(Type.String()),
  coverage: Type.Object({
    day: Day,
    /** Cells of the responsibility grid, and how many of them were walked today. */
    total: Type.Integer(),
    covered: Type.Integer(),
    cells: Type.Array(CellCoverage),
    /** Along today's track. */
    metres: Type.Integer(),
  }),
  /** Cases that wait for this person now. */
  tasks: Type.Integer(),
  bulletins: Type.Array(Bulletin),
  /** How the phone is to behave; the city's settings. */
  rules: Type.Object({
    /** A point at most every so many seconds, and only after so many metres. */
    trackSeconds: Type.Integer(),
    trackMetres: Type.Integer(),
    /** Points with a worse accuracy than this are not taken. */
    trackAccuracy: Type.Integer(),
    /** A photo taken further than this from the case is doubted. */
    farMetres: Type.Integer(),
    /** Days after which a track is forgotten. */
    trackDays: Type.Integer(),
  }),
  /** Whether this server sends Web Push. */
  push: Type.Boolean(),
});
export type FieldMe = Static<typeof FieldMe>;

/** Somebody on duty, for the centre's map. */
export const FieldPerson = Type.Object({
  person: Named,
  role: Type.String(),
  roleTitle: Words,
  unit: Type.Optional(Named),
  shift: FieldShift,
  /** Last known. */
  position: Type.Optional(DevicePosition),
  area: Type.Optional(Named),
  cell: Type.Optional(Type.String()),
  /** When the server last heard from the phone. */
  seenAt: Type.Optional(Instant),
});
export type FieldPerson = Static<typeof FieldPerson>;

export const FieldTrack = Type.Object({
  person: Named,
  day: Day,
  points: Type.Array(DevicePosition),
  metres: Type.Integer(),
  shifts: Type.Array(FieldShift),
});
export type FieldTrack = Static<typeof FieldTrack>;

export const AlarmInput = Type.Object(
  {
    /** Made by the phone: pressed once, sent again until answered, raised once. */
    id: Type.String({ minLength: 8, maxLength: 64, pattern: "^[A-Za-z0-9._-]+$" }),
    at: Instant,
    position: Type.Optional(DevicePosition),
    text: Type.Optional(Type.String({ maxLength: 200 })),
  },
  { additionalProperties: false },
);
export type AlarmInput = Static<typeof AlarmInput>;

export const Alarm = Type.Object({
  id: Type.String(),
  person: Named,
  at: Instant,
  receivedAt: Instant,
  position: Type.Optional(DevicePosition),
  area: Type.Optional(Named),
  text: Type.Optional(Type.String()),
  answeredAt: Type.Optional(Instant),
  answeredBy: Type.Optional(Named),
  answer: Type.Optional(Type.String()),
});
export type Alarm = Static<typeof Alarm>;

export const AlarmAnswer = Type.Object(
  { text: Type.String({ minLength: 1, maxLength: 200, pattern: "\\S" }) },
  { additionalProperties: false },
);
export type AlarmAnswer = Static<typeof AlarmAnswer>;

/** A type this person, or others in this cell, reported lately; the likeliest first. */
export const TypeSuggestion = Type.Object({
  code: Type.String(),
  name: Words,
  /** How often this person, and how often anybody in the cell. */
  mine: Type.Integer(),
  here: Type.Integer(),
});
export type TypeSuggestion = Static<typeof TypeSuggestion>;

const Polygons = Type.Array(Type.Array(Type.Array(Type.Array(Type.Number()))), {
  description: "Polygons, each of rings, outer first, of [lng, lat]; simplified, for looking at",
});

const PackType = Type.Object({
  code: Type.String(),
  kind: Type.Union([Type.Literal("component"), Type.Literal("event")]),
  classCode: Type.String(),
  name: Words,
  /** What a case about it is called. */
  matter: Words,
  /** First letters of the name's pinyin, `wgzd`, and the whole, `weiguizhangdian`: what is typed to find it. */
  initials: Type.String(),
  pinyin: Type.String(),
  criteria: Type.Array(Type.Object({ id: Type.String(), when: Words, done: Words })),
});

/**
 * What a phone keeps for working without a network. `gazetteer` is `GazetteerData` of core/place, absent where the city
 * has no road network; `procedures` are the descriptions of `GET /api/procedures`.
 */
export const FieldPack = Type.Object({
  madeAt: Instant,
  area: Type.Optional(Named),
  types: Type.Array(PackType),
  classes: Type.Array(Type.Object({ code: Type.String(), name: Words })),
  areas: Type.Array(
    Type.Object({
      code: Type.String(),
      level: Type.String(),
      name: Words,
      schematic: Type.Boolean(),
      polygons: Polygons,
    }),
  ),
  cells: Type.Array(Type.Object({ code: Type.String(), area: Type.String(), polygons: Polygons })),
  /** Parts that were too large to come along: the phone says so. */
  left: Type.Array(Type.Union([Type.Literal("cells"), Type.Literal("gazetteer")])),
  gazetteer: Type.Optional(Type.Unknown()),
  procedures: Type.Array(Type.Unknown()),
  phrases: Type.Array(StockPhrase),
});
export type FieldPack = Static<typeof FieldPack>;

export const PushKey = Type.Object({
  /** Whether this server sends Web Push at all. */
  enabled: Type.Boolean(),
  /** VAPID public key, base64url; for `pushManager.subscribe`. */
  key: Type.Optional(Type.String()),
});
export type PushKey = Static<typeof PushKey>;

/** What `PushSubscription.toJSON()` gives. */
export const PushSubscriptionInput = Type.Object(
  {
    endpoint: Type.String({ minLength: 10, maxLength: 1000 }),
    expirationTime: Type.Optional(Type.Union([Type.Number(), Type.Null()])),
    keys: Type.Object(
      {
        p256dh: Type.String({ pattern: "^[A-Za-z0-9_=-]{80,100}$" }),
        auth: Type.String({ pattern: "^[A-Za-z0-9_=-]{20,40}$" }),
      },
      { additionalProperties: false },
    ),
  },
  { additionalProperties: false },
);
export type PushSubscriptionInput = Static<typeof PushSubscriptionInput>;

export const PushRemoval = Type.Object(
  { endpoint: Type.String({ minLength: 10, maxLength: 1000 }) },
  { additionalProperties: false },
);

/** One device of mine that is told by push. */
export const PushDevice = Type.Object({
  id: Type.String(),
  /** Host of the push service alone: the address itself is a secret. */
  host: Type.String(),
  since: Instant,
});
export type PushDevice = Static<typeof PushDevice>;

/** What a push carries to the service worker. It names a case, never a person or a place. */
export const PushMessage = Type.Object({
  kind: Type.Union([Type.Literal("task"), Type.Literal("notice"), Type.Literal("bulletin"), Type.Literal("alarm")]),
  /** The same tag again replaces the notification. */
  tag: Type.String(),
  title: Words,
  body: Words,
  caseNo: Type.Optional(Type.String()),
  at: Instant,
});
export type PushMessage = Static<typeof PushMessage>;
