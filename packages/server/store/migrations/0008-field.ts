/**
 * Work in the street: who is on duty, where they walked, what was covered, alarms, words from the centre. None of it is
 * part of a case. Points are kept by slots of time, at most one a slot, which thins them and makes a batch that is sent
 * twice count once; what was covered stands beside them, because it is asked by cell and day and outlives the points.
 */
export const field = {
  version: 8,
  name: "field",
  sql: /* sql */ `
create table duty (
  city text not null,
  id text not null,
  person text not null,
  role text not null,
  unit text,
  area text,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- When it ends by itself.
  ends_at timestamptz not null,
  planned_from timestamptz,
  planned_to timestamptz,
  primary key (city, id)
);
create index duty_person on duty (city, person, started_at desc);
create unique index duty_open on duty (city, person) where ended_at is null;

create table track_point (
  city text not null,
  person text not null,
  slot bigint not null,
  at timestamptz not null,
  lng double precision not null,
  lat double precision not null,
  accuracy real not null,
  primary key (city, person, slot)
);
create index track_point_at on track_point (city, at);

-- The newest point of each person: the map of people on duty reads nothing else.
create table track_last (
  city text not null,
  person text not null,
  at timestamptz not null,
  lng double precision not null,
  lat double precision not null,
  accuracy real not null,
  area text,
  cell text,
  received_at timestamptz not null,
  primary key (city, person)
);

create table cell_coverage (
  city text not null,
  day date not null,
  cell text not null,
  person text not null,
  points integer not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (city, day, cell, person)
);
create index cell_coverage_person on cell_coverage (city, person, day);

create table alarm (
  city text not null,
  id text not null,
  person text not null,
  at timestamptz not null,
  received_at timestamptz not null,
  position jsonb,
  area text,
  text text,
  answered_at timestamptz,
  answered_by text,
  answer text,
  primary key (city, id)
);
create index alarm_received on alarm (city, received_at desc, id desc);

create table bulletin (
  city text not null,
  id text not null,
  text jsonb not null,
  roles text[],
  area text,
  written_by text not null,
  at timestamptz not null,
  until timestamptz not null,
  primary key (city, id)
);
create index bulletin_until on bulletin (city, until);

-- A notice may tell of something that is no case: an alarm.
alter table notice alter column case_no drop not null;

-- What was reported in a cell lately.
create index cases_cell on cases (city, cell, opened_at desc) where cell is not null;
`,
} as const;
