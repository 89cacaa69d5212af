import { Type, type Static } from "typebox";
import { Id, Instant, Words } from "./common.ts";

export const Grant = Type.Object({
  id: Type.String(),
  role: Type.String(),
  unit: Type.String(),
  unitName: Words,
  area: Type.Optional(Type.String()),
  areaName: Type.Optional(Words),
  validFrom: Type.Optional(Instant),
  validTo: Type.Optional(Instant),
  /** Whom the person stands in for with this grant. */
  delegatedFrom: Type.Optional(Type.Object({ id: Type.String(), name: Words })),
});
export type Grant = Static<typeof Grant>;

/** The person who is logged in, with all that the console needs to begin. */
export const Me = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Words,
  title: Type.Optional(Words),
  language: Type.Union([Type.Literal("zh"), Type.Literal("en")]),
  grants: Type.Array(Grant),
  /** Sent back in the header `x-csrf-token` with every request that writes. */
  csrf: Type.String(),
  city: Type.Object({ code: Type.String(), name: Words, zone: Type.String(), demo: Type.Boolean() }),
});
export type Me = Static<typeof Me>;

export const LogIn = Type.Object({
  login: Type.String({ minLength: 1, maxLength: 64 }),
  password: Type.String({ minLength: 1, maxLength: 200 }),
});
export type LogIn = Static<typeof LogIn>;

export const DemoAccount = Type.Object({
  login: Type.String(),
  name: Words,
  title: Type.Optional(Words),
  roles: Type.Array(Type.String()),
  unitName: Words,
});
export type DemoAccount = Static<typeof DemoAccount>;

export const Unit = Type.Object({
  id: Type.String(),
  parent: Type.Optional(Type.String()),
  kind: Type.String(),
  name: Words,
  area: Type.Optional(Type.String()),
  departmentKeys: Type.Array(Type.String()),
  active: Type.Boolean(),
});
export type Unit = Static<typeof Unit>;

export const UnitInput = Type.Object(
  {
    id: Type.String({ pattern: "^[a-z0-9-]{1,64}$" }),
    parent: Type.Optional(Id),
    kind: Id,
    name: Words,
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    departmentKeys: Type.Optional(Type.Array(Id, { maxItems: 60 })),
    active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type UnitInput = Static<typeof UnitInput>;

export const Person = Type.Object({
  id: Type.String(),
  login: Type.String(),
  name: Words,
  title: Type.Optional(Words),
  active: Type.Boolean(),
  locked: Type.Boolean(),
  grants: Type.Array(Grant),
});
export type Person = Static<typeof Person>;

export const PersonInput = Type.Object(
  {
    login: Type.String({ pattern: "^[a-z0-9._-]{2,64}$" }),
    name: Words,
    title: Type.Optional(Words),
    password: Type.Optional(Type.String({ minLength: 8, maxLength: 200 })),
    active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type PersonInput = Static<typeof PersonInput>;

export const GrantInput = Type.Object(
  {
    role: Id,
    unit: Id,
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    validFrom: Type.Optional(Instant),
    validTo: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type GrantInput = Static<typeof GrantInput>;

/** Hands one's own role to another for a time (授权 / 委托). */
export const DelegationInput = Type.Object(
  { grant: Id, to: Id, validFrom: Instant, validTo: Instant },
  { additionalProperties: false },
);
export type DelegationInput = Static<typeof DelegationInput>;

export const Shift = Type.Object({
  id: Type.String(),
  person: Type.String(),
  personName: Words,
  role: Type.String(),
  startsAt: Instant,
  endsAt: Instant,
  note: Type.Optional(Type.String()),
});
export type Shift = Static<typeof Shift>;

export const ShiftInput = Type.Object(
  { person: Id, role: Id, startsAt: Instant, endsAt: Instant, note: Type.Optional(Type.String({ maxLength: 200 })) },
  { additionalProperties: false },
);
export type ShiftInput = Static<typeof ShiftInput>;

export const ApiToken = Type.Object({
  id: Type.String(),
  name: Type.String(),
  createdAt: Instant,
  usedAt: Type.Optional(Instant),
  expiresAt: Type.Optional(Instant),
});
export type ApiToken = Static<typeof ApiToken>;
