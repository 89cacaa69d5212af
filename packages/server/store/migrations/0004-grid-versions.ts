/**
 * Areas, unit grid cells and responsibility grids are versioned (issue 3; codes.md §2): a row is valid from an instant to
 * another and never changes; a cell that vanishes is retired, and its code stays taken for ever. A version is whatever is
 * valid at its instant. A draft is a version that is loaded and checked, but not in force.
 */
export const gridVersions = {
  version: 4,
  name: "grid versions",
  sql: /* sql */ `
alter table area add column valid_from timestamptz not null default now(), add column valid_to timestamptz;
alter table area drop constraint area_pkey;
alter table area add primary key (city, code, valid_from);
create unique index area_valid on area (city, code) where valid_to is null;

alter table grid_cell add column initial_on date, add column changed_on date;
alter table grid_cell drop constraint grid_cell_pkey;
alter table grid_cell add primary key (city, code, valid_from);
create unique index grid_cell_valid on grid_cell (city, code) where valid_to is null;

create table responsibility_grid (
  city text not null,
  code text not null,
  name jsonb not null,
  collector text,
  unit text,
  cells text[] not null,
  valid_from timestamptz not null,
  valid_to timestamptz,
  primary key (city, code, valid_from)
);
create unique index responsibility_grid_valid on responsibility_grid (city, code) where valid_to is null;

create table place_version (
  city text not null,
  kind text not null,
  version integer not null,
  state text not null,
  source text not null,
  made_at timestamptz not null,
  made_by text not null,
  features integer not null default 0,
  -- The versions of other kinds it was checked against.
  checked_with jsonb not null default '{}',
  -- What the checks let pass: { tolerance, partial }.
  allowing jsonb not null default '{}',
  hints jsonb not null default '[]',
  changes jsonb,
  in_force_from timestamptz,
  in_force_to timestamptz,
  primary key (city, kind, version)
);

create table place_draft (
  city text not null,
  kind text not null,
  version integer not null,
  -- The feature's place in its file; from below 0 what was carried over from the version in force.
  at integer not null,
  code text not null,
  parent text,
  level text,
  name jsonb,
  schematic boolean,
  collector text,
  unit text,
  cells text[],
  initial_on date,
  changed_on date,
  outline geometry(Geometry, 4326),
  primary key (city, kind, version, at)
);
create index place_draft_code on place_draft (city, kind, version, code);
create index place_draft_outline on place_draft using gist (outline);

insert into place_version (city, kind, version, state, source, made_at, made_by, features, in_force_from)
select city, 'areas', 1, 'inForce', 'before 0004', min(valid_from), 'system', count(*), min(valid_from) from area group by city
union all
select city, 'cells', 1, 'inForce', 'before 0004', min(valid_from), 'system', count(*), min(valid_from) from grid_cell group by city;
`,
} as const;
