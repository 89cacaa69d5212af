import { Type, type Static } from "typebox";
import { Id, Instant, Named, Words } from "./common.ts";

/** A name that somebody types in: needed in both languages, not blank. */
export const Name = Type.Object(
  {
    zh: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }),
    en: Type.String({ minLength: 1, maxLength: 100, pattern: "\\S" }),
  },
  { additionalProperties: false },
);

export const Language = Type.Union([Type.Literal("zh"), Type.Literal("en")]);

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
  language: Language,
  /** The grants that count now, those held for another among them. */
  grants: Type.Array(Grant),
  /** Sent back in the header `x-csrf-token` with every request that writes; empty for an API token, which needs none. */
  csrf: Type.String(),
  city: Type.Object({ code: Type.String(), name: Words, zone: Type.String(), demo: Type.Boolean() }),
});
export type Me = Static<typeof Me>;

export const LogIn = Type.Object(
  {
    login: Type.String({ minLength: 1, maxLength: 64 }),
    password: Type.String({ minLength: 1, maxLength: 200 }),
  },
  { additionalProperties: false },
);
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
    name: Name,
    area: Type.Optional(Type.String({ pattern: "^[0-9]{4,12}$" })),
    departmentKeys: Type.Optional(Type.Array(Id, { maxItems: 60 })),
    active: Type.Optional(Type.Boolean()),
  },
  { additionalProperties: false },
);
export type UnitInput = Static<typeof UnitInput>;

/** A person of the staff. Administrators alone see the login and whether it is locked. */
export const Person = Type.Object({
  id: Type.String(),
  login: Type.Optional(Type.String()),
  name: Words,
  title: Type.Optional(Words),
  active: Type.Boolean(),
  locked: Type.Optional(Type.Boolean()),
  grants: Type.Array(Grant),
});
export type Person = Static<typeof Person>;

export const Password = Type.String({ minLength: 8, maxLength: 200 });

export const PersonInput = Type.Object(
  {
    login: Type.String({ pattern: "^[a-z0-9._-]{2,64}$" }),
    name: Name,
    title: Type.Optional(Name),
    /** Left out in a change, the old one stays. */
    password: Type.Optional(Password),
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

/** A role lent for a time, as giver and substitute both see it. */
export const Delegation = Type.Object({
  id: Type.String(),
  role: Type.String(),
  unit: Type.String(),
  unitName: Words,
  area: Type.Optional(Type.String()),
  areaName: Type.Optional(Words),
  from: Named,
  to: Named,
  validFrom: Instant,
  validTo: Instant,
  /** Whether the substitute may act on it now. */
  inForce: Type.Boolean(),
});
export type Delegation = Static<typeof Delegation>;

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

export const ApiTokenInput = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 60, pattern: "\\S" }),
    /** A year from now if left out, and at most. */
    expiresAt: Type.Optional(Instant),
  },
  { additionalProperties: false },
);
export type ApiTokenInput = Static<typeof ApiTokenInput>;

/** The one answer that holds the token itself. */
export const NewApiToken = Type.Object({ ...ApiToken.properties, token: Type.String() });
export type NewApiToken = Static<typeof NewApiToken>;

export const MePatch = Type.Object({ language: Type.Optional(Language) }, { additionalProperties: false });
export type MePatch = Static<typeof MePatch>;

export const PasswordChange = Type.Object(
  { current: Type.String({ minLength: 1, maxLength: 200 }), password: Password },
  { additionalProperties: false },
);
export type PasswordChange = Static<typeof PasswordChange>;

/** An administrator sets somebody's password. */
export const PasswordInput = Type.Object({ password: Password }, { additionalProperties: false });
export type PasswordInput = Static<typeof PasswordInput>;

export const PeopleFilter = Type.Object(
  {
    /** This unit or one below it. */
    unit: Type.Optional(Id),
    role: Type.Optional(Id),
    /** Part of the name or the title in either language; for administrators of the login too. */
    text: Type.Optional(Type.String({ maxLength: 100 })),
  },
  { additionalProperties: false },
);
export type PeopleFilter = Static<typeof PeopleFilter>;

export const ShiftFilter = Type.Object(
  {
    /** From now on if left out. */
    from: Type.Optional(Instant),
    /** Seven days after `from` if left out. */
    to: Type.Optional(Instant),
    person: Type.Optional(Id),
    role: Type.Optional(Id),
  },
  { additionalProperties: false },
);
export type ShiftFilter = Static<typeof ShiftFilter>;
