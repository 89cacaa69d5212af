import { Type, type Static } from "typebox";
import { Id, Instant, Named, Words } from "./common.ts";

/** A responsibility grid, and who looks after it. */
export const ResponsibilityGrid = Type.Object({
  code: Type.String(),
  name: Words,
  collector: Type.Optional(Named),
  unit: Type.Optional(Named),
});

export const LocatedPlace = Type.Object({
  area: Type.String({ description: "Code of the smallest area" }),
  cell: Type.Optional(Type.String({ description: "Unit grid cell" })),
  areas: Type.Array(Type.Object({ code: Type.String(), name: Words, level: Type.String() }), {
    description: "From the district down",
  }),
  responsibility: Type.Optional(ResponsibilityGrid),
});
export type LocatedPlace = Static<typeof LocatedPlace>;

const Day = Type.String({ description: "2026-03-01" });

/** A unit grid cell through time, the newest first. */
export const CellHistory = Type.Object({
  code: Type.String(),
  retired: Type.Boolean(),
  responsibility: Type.Optional(ResponsibilityGrid),
  history: Type.Array(
    Type.Object({
      area: Type.String(),
      version: Type.Optional(Type.Integer()),
      validFrom: Instant,
      validTo: Type.Optional(Instant),
      initialOn: Type.Optional(Day),
      changedOn: Type.Optional(Day),
      outline: Type.Unsafe<object>({ type: "object", additionalProperties: true, description: "GeoJSON, WGS 84" }),
    }),
  ),
});
export type CellHistory = Static<typeof CellHistory>;

export const PlaceKind = Type.Enum(["areas", "cells", "responsibilityGrids"]);

export const PlaceFinding = Type.Object({
  level: Type.Enum(["error", "hint"]),
  check: Type.String({ description: "Stable name of the check" }),
  what: Words,
  remedy: Words,
  count: Type.Integer(),
  instances: Type.Array(
    Type.Object({
      codes: Type.Array(Type.String()),
      detail: Type.Optional(Words),
      at: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
    }),
  ),
});

const Changes = Type.Object({
  added: Type.Integer(),
  changed: Type.Integer(),
  retired: Type.Integer(),
  same: Type.Integer(),
});

export const PlaceVersion = Type.Object({
  kind: PlaceKind,
  version: Type.Integer(),
  state: Type.Enum(["draft", "inForce", "past"]),
  source: Type.String({ description: "The file; ↺ 3 where version 3 was put into force again" }),
  madeAt: Instant,
  madeBy: Type.String(),
  features: Type.Integer(),
  hints: Type.Array(PlaceFinding),
  changes: Type.Optional(Changes),
  inForceFrom: Type.Optional(Instant),
  inForceTo: Type.Optional(Instant),
});
export type PlaceVersion = Static<typeof PlaceVersion>;

export const VersionAddress = Type.Object({ kind: PlaceKind, version: Type.Integer({ minimum: 1 }) });
export const CellAddress = Type.Object({ code: Id });
export const PutInForceAnswer = Type.Object({ version: Type.Integer(), changes: Changes });
