/**
 * The first schema. Every key begins with `city`, no foreign key and no unique index crosses
 * it, there is no trigger: so the same tables distribute by `city` on Citus.
 */
export const foundation = {
  version: 1,
  name: "foundation",
  sql: /* sql */ `
create table city (
  city text primary key,
  name jsonb not null,
  zone text not null,
  demo boolean not null default false,
  working_time jsonb not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now()
);

create table area (
  city text not null,
  code text not null,
  parent text,
  level text not null,
  name jsonb not null,
  schematic boolean not null default false,
  outline geometry(Geometry, 4326),
  primary key (city, code)
);

create table grid_cell (
  city text not null,
  code text not null,
  area text not null,
  outline geometry(Geometry, 4326) not null,
  valid_from timestamptz not null default now(),
  valid_to timestamptz,
  primary key (city, code)
);

create table unit (
  city text not null,
  id text not null,
  parent text,
  kind text not null,
  name jsonb not null,
  area text,
  department_keys text[] not null default '{}',
  active boolean not null default true,
  position integer not null default 0,
  primary key (city, id)
);

create table person (
  city text not null,
  id text not null,
  login text not null,
  name jsonb not null,
  title jsonb,
  password_hash text,
  active boolean not null default true,
  demo boolean not null default false,
  language text not null default 'zh',
  failed_logins integer not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now(),
  primary key (city, id)
);
create unique index person_login on person (city, login);

create table role_grant (
  city text not null,
  id text not null,
  person text not null,
  role text not null,
  unit text not null,
  area text,
  valid_from timestamptz,
  valid_to timestamptz,
  delegated_from text,
  primary key (city, id)
);
create index role_grant_person on role_grant (city, person);

create table shift (
  city text not null,
  id text not null,
  person text not null,
  role text not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  note text,
  primary key (city, id)
);
create index shift_time on shift (city, starts_at);

create table session (
  city text not null,
  token_hash text not null,
  person text not null,
  csrf text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  agent text,
  primary key (city, token_hash)
);
create index session_person on session (city, person);

create table api_token (
  city text not null,
  id text not null,
  token_hash text not null,
  person text not null,
  name text not null,
  created_at timestamptz not null,
  used_at timestamptz,
  expires_at timestamptz,
  primary key (city, id)
);
create unique index api_token_hash on api_token (city, token_hash);

-- The log of everything that was done to cases: the truth.
create table case_event (
  city text not null,
  case_no text not null,
  seq integer not null,
  procedure text not null,
  version integer not null,
  action text not null,
  at timestamptz not null,
  actor jsonb not null,
  input jsonb not null,
  evidence jsonb not null,
  from_state text,
  to_state text not null,
  turns jsonb not null,
  waited_since timestamptz not null,
  outcome jsonb not null,
  idempotency_key text,
  recorded_at timestamptz not null default now(),
  primary key (city, case_no, seq)
);
create unique index case_event_idempotency on case_event (city, idempotency_key) where idempotency_key is not null;
create index case_event_at on case_event (city, at);

-- What the events add up to: a projection, rebuilt from them at will.
create table cases (
  city text not null,
  no text not null,
  procedure text not null,
  version integer not null,
  seq integer not null,
  state text not null,
  final boolean not null,
  opened_at timestamptz not null,
  changed_at timestamptz not null,
  title text not null,
  type text,
  source text,
  district text,
  area text,
  cell text,
  place_text text,
  point geometry(Point, 4326),
  department text,
  reporter text,
  parties text[] not null,
  requests text[] not null,
  overran text[] not null,
  warn_at timestamptz,
  due_at timestamptz,
  wakes_at timestamptz,
  search tsvector not null,
  record jsonb not null,
  primary key (city, no)
);
create index cases_opened on cases (city, opened_at desc, no desc);
create index cases_state on cases (city, state, opened_at desc, no desc);
create index cases_district on cases (city, district, opened_at desc, no desc);
create index cases_department on cases (city, department, opened_at desc, no desc);
create index cases_reporter on cases (city, reporter, opened_at desc, no desc);
create index cases_type on cases (city, type, opened_at desc, no desc);
create index cases_due on cases (city, due_at, no) where due_at is not null and not final;
create index cases_wakes on cases (city, wakes_at) where wakes_at is not null;
create index cases_changed on cases (city, changed_at);
create index cases_parties on cases using gin (parties);
create index cases_search on cases using gin (search);
create index cases_point on cases using gist (point);

-- Whom each open case waits for; one row a turn, so that a queue is one range of one index.
-- token: role, role@unit or role#person. due_at is infinity where no clock runs.
create table case_turn (
  city text not null,
  token text not null,
  case_no text not null,
  request text not null default '',
  area text,
  warn_at timestamptz not null,
  due_at timestamptz not null,
  primary key (city, case_no, token, request)
);
create index case_turn_queue on case_turn (city, token, due_at, case_no);

create table case_evidence (
  city text not null,
  hash text not null,
  case_no text not null,
  seq integer not null,
  kind text not null,
  primary key (city, hash, case_no, seq, kind)
);
create index case_evidence_case on case_evidence (city, case_no);

create table case_link (
  city text not null,
  from_no text not null,
  to_no text not null,
  relation text not null,
  at timestamptz not null,
  primary key (city, from_no, to_no, relation)
);
create index case_link_to on case_link (city, to_no);

-- How many cases stand where; moved by the outbox, rebuilt from the events at will.
create table case_tally (
  city text not null,
  procedure text not null,
  state text not null,
  district text not null,
  department text not null,
  count bigint not null,
  primary key (city, procedure, state, district, department)
);

create table case_number (
  city text not null,
  day text not null,
  next integer not null,
  primary key (city, day)
);

-- What each event still has to bring about outside its case.
create table outbox (
  city text not null,
  id bigint generated by default as identity,
  case_no text not null,
  seq integer not null,
  body jsonb not null,
  created_at timestamptz not null default now(),
  primary key (city, id)
);

create table notice (
  city text not null,
  id text not null,
  person text not null,
  case_no text not null,
  message jsonb not null,
  at timestamptz not null,
  read_at timestamptz,
  primary key (city, id)
);
create index notice_person on notice (city, person, at desc);

create table evidence_file (
  city text not null,
  hash text not null,
  media_type text not null,
  bytes bigint not null,
  width integer,
  height integer,
  taken_at timestamptz,
  taken_point geometry(Point, 4326),
  details jsonb not null default '{}',
  uploaded_by text not null,
  uploaded_at timestamptz not null,
  primary key (city, hash)
);

create table saved_filter (
  city text not null,
  id text not null,
  person text not null,
  unit text,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null,
  primary key (city, id)
);
create index saved_filter_person on saved_filter (city, person);

create table stock_phrase (
  city text not null,
  id text not null,
  action text not null,
  unit text,
  person text,
  text jsonb not null,
  position integer not null default 0,
  primary key (city, id)
);

create table import_run (
  city text not null,
  id text not null,
  file text not null,
  rows_done bigint not null default 0,
  rows_opened bigint not null default 0,
  rows_known bigint not null default 0,
  rows_rejected bigint not null default 0,
  started_at timestamptz not null,
  finished_at timestamptz,
  primary key (city, id)
);
`,
} as const;
