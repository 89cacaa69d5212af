/**
 * Roads, named places and house numbers, by version: a version is complete or not there at all, and never changes. What
 * people correct by hand lies beside it and is laid over whichever version is in force.
 */
export const gazetteer = {
  version: 3,
  name: "gazetteer",
  sql: /* sql */ `
-- One row a city: which version is in force. revision grows with everything that changes what the gazetteer says, so
-- that another process learns of it by reading one number.
create table gazetteer (
  city text primary key,
  version integer,
  versions integer not null default 0,
  revision bigint not null default 0
);

create table gazetteer_version (
  city text not null,
  version integer not null,
  loaded_at timestamptz not null,
  loaded_by text not null,
  files jsonb not null,
  datum text not null,
  schematic boolean not null,
  provenance jsonb,
  counts jsonb not null,
  primary key (city, version)
);

create table gazetteer_feature (
  city text not null,
  version integer not null,
  kind text not null,
  no integer not null,
  body jsonb not null,
  primary key (city, version, kind, no)
);

-- no is the revision that it made: corrections apply in the order in which they were made.
create table gazetteer_correction (
  city text not null,
  no bigint not null,
  correction jsonb not null,
  why text not null,
  made_by text not null,
  made_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (city, no)
);
`,
} as const;
