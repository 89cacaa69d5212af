import { Type, type Static } from "typebox";
import { Instant, Words } from "./common.ts";

/** WGS 84, as everywhere in the API. */
const Longitude = Type.Number({ minimum: -180, maximum: 180 });
const Latitude = Type.Number({ minimum: -90, maximum: 90 });
const Position = Type.Tuple([Longitude, Latitude]);

export const PlaceArea = Type.Object({ code: Type.String(), level: Type.String(), name: Words });
export type PlaceArea = Static<typeof PlaceArea>;

export const ResolveQuery = Type.Object(
  {
    text: Type.String({ minLength: 1, maxLength: 500, description: "和平街与文化巷交叉口东30米路南" }),
    near: Type.Optional(
      Type.String({
        pattern: "^-?[0-9]{1,3}(\\.[0-9]+)?,-?[0-9]{1,2}(\\.[0-9]+)?$",
        description: "lng,lat of whoever says it: breaks ties between places of one name",
      }),
    ),
  },
  { additionalProperties: false },
);

export const PlacePoint = Type.Object({
  lng: Longitude,
  lat: Latitude,
  radius: Type.Number({ description: "Metres within which the place most likely lies" }),
  score: Type.Number({ minimum: 0, maximum: 1, description: "Below 0.3 a hint, not an answer" }),
  reading: Type.String({ description: "The text as it was understood, written in full" }),
  doubts: Type.Array(Words),
  areas: Type.Array(PlaceArea, { description: "From the district down; empty outside of the city" }),
  cell: Type.Optional(Type.String({ description: "Unit grid cell" })),
});
export type PlacePoint = Static<typeof PlacePoint>;

export const PlaceResolution = Type.Object({
  text: Type.String(),
  points: Type.Array(PlacePoint, { description: "Best first; empty where nothing can be said" }),
  parsed: Type.Unsafe<object | null>({ description: "The best reading, in its parts; null without one" }),
  leftover: Type.Array(Type.String(), { description: "Pieces of the text that took no part" }),
});
export type PlaceResolution = Static<typeof PlaceResolution>;

export const DescribeQuery = Type.Object({ lng: Longitude, lat: Latitude }, { additionalProperties: false });

export const PlaceDescription = Type.Object({
  text: Type.Union([Type.String(), Type.Null()], {
    description: "What a local would say; null far from anything named",
  }),
  alternatives: Type.Array(Type.String()),
  offMetres: Type.Union([Type.Number(), Type.Null()], {
    description: "How far the described point lies from this one",
  }),
  areas: Type.Array(PlaceArea),
  cell: Type.Optional(Type.String()),
  component: Type.Optional(
    Type.Object(
      { code: Type.String(), name: Type.String(), distanceMetres: Type.Number() },
      { description: "The nearest component (部件) within 50 m" },
    ),
  ),
});
export type PlaceDescription = Static<typeof PlaceDescription>;

export const GazetteerCounts = Type.Object({
  roads: Type.Integer({ description: "Different names of roads" }),
  lines: Type.Integer({ description: "Lines they consist of" }),
  places: Type.Integer(),
  doors: Type.Integer({ description: "House numbers" }),
});
export type GazetteerCounts = Static<typeof GazetteerCounts>;

export const GazetteerVersion = Type.Object({
  version: Type.Integer(),
  inForce: Type.Boolean(),
  loadedAt: Instant,
  loadedBy: Type.String(),
  files: Type.Array(Type.Object({ name: Type.String(), bytes: Type.Integer(), sha256: Type.String() })),
  datum: Type.String({ description: "In which the files were: wgs84, gcj02, bd09. All is kept in WGS 84" }),
  schematic: Type.Boolean({ description: "Drawn to show the product: no line is a real street" }),
  provenance: Type.Union([Words, Type.Null()]),
  counts: GazetteerCounts,
});
export type GazetteerVersion = Static<typeof GazetteerVersion>;

export const GazetteerState = Type.Object({
  inForce: Type.Union([GazetteerVersion, Type.Null()], { description: "null where no road network was loaded yet" }),
  crossings: Type.Integer(),
  corrections: Type.Integer({ description: "Those that apply" }),
  orphaned: Type.Integer({ description: "Those whose target this version does not have" }),
});
export type GazetteerState = Static<typeof GazetteerState>;

const Name = Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" });
/** What is corrected: by name, because a new version has other ids; `near` tells apart what bears the same name. */
const Target = Type.Object({ name: Name, near: Type.Optional(Position) }, { additionalProperties: false });
const Door = Type.Object(
  {
    road: Name,
    number: Type.Integer({ minimum: 1, maximum: 99_999 }),
    annex: Type.Optional(Type.Integer({ minimum: 1, maximum: 9_999 })),
  },
  { additionalProperties: false },
);
const Course = Type.Array(Position, { minItems: 2, maxItems: 5_000 });
const PlaceKinds = Type.Enum(["poi", "community", "building", "bridge", "water", "pole", "area"]);
const literal = <A extends string, B extends string>(about: A, action: B) => ({
  about: Type.Literal(about),
  action: Type.Literal(action),
});
const exact = { additionalProperties: false };

/** A correction by hand, laid over whichever version is in force. */
export const Correction = Type.Union([
  Type.Object(
    {
      ...literal("road", "add"),
      name: Name,
      line: Course,
      widthMetres: Type.Optional(Type.Number({ minimum: 1, maximum: 200 })),
    },
    exact,
  ),
  Type.Object({ ...literal("road", "rename"), target: Target, name: Name }, exact),
  Type.Object({ ...literal("road", "alias"), target: Target, alias: Name }, exact),
  Type.Object({ ...literal("road", "move"), target: Target, line: Course }, exact),
  Type.Object({ ...literal("road", "remove"), target: Target }, exact),
  Type.Object(
    { ...literal("place", "add"), name: Name, kind: PlaceKinds, at: Position, road: Type.Optional(Name) },
    exact,
  ),
  Type.Object({ ...literal("place", "rename"), target: Target, name: Name }, exact),
  Type.Object({ ...literal("place", "alias"), target: Target, alias: Name }, exact),
  Type.Object({ ...literal("place", "move"), target: Target, at: Position }, exact),
  Type.Object({ ...literal("place", "remove"), target: Target }, exact),
  Type.Object({ ...literal("door", "add"), door: Door, at: Position }, exact),
  Type.Object({ ...literal("door", "move"), door: Door, at: Position }, exact),
  Type.Object({ ...literal("door", "remove"), door: Door }, exact),
]);
export type Correction = Static<typeof Correction>;

export const CorrectionInput = Type.Object(
  { correction: Correction, why: Type.String({ minLength: 1, maxLength: 500, pattern: "\\S" }) },
  { additionalProperties: false },
);
export type CorrectionInput = Static<typeof CorrectionInput>;

export const MadeCorrection = Type.Object({
  no: Type.Integer(),
  correction: Correction,
  why: Type.String(),
  by: Type.String(),
  at: Instant,
  state: Type.Union(
    [Type.Literal("applied"), Type.Literal("contained"), Type.Literal("orphaned"), Type.Literal("undone")],
    {
      description:
        "contained: this version says so by itself; orphaned: it does not have what is to be corrected; undone: taken back",
    },
  ),
  undoneBy: Type.Optional(Type.String()),
  undoneAt: Type.Optional(Instant),
});
export type MadeCorrection = Static<typeof MadeCorrection>;
