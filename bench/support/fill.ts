import { Client } from "pg";
import { searchTerms } from "../../packages/server/cases/search-terms.ts";
import { demoCity } from "../../packages/server/demo/index.ts";
import { places, type DemoPlace } from "./places.ts";
import { photo } from "./photos.ts";

/** How many cases, and how many of them are not finished. */
export interface Size {
  readonly cases: number;
  readonly open: number;
}

/** What is reported, rarer things less often: `share` in ten thousand. */
const texts: readonly (readonly [text: string, type: string, share: number])[] = [
  ["商铺违规张贴广告，墙面多处污损", "07001", 2200],
  ["绿化带内有暴露垃圾", "06010", 1800],
  ["共享单车乱停放占用盲道", "09010", 1600],
  ["人行道板破损两处，雨天积水", "06013", 1200],
  ["流动摊点占道经营", "09001", 1100],
  ["沿街商户店外经营，货架占用人行道", "09005", 900],
  ["路灯不亮", "01037", 600],
  ["污水井盖破损、晃动", "01002", 499],
  ["树枝遮挡信号灯", "06010", 100],
  ["高架桥伸缩缝异响", "06013", 1],
];

/** Where unfinished cases stand, in a hundred, and whom they wait for: `%d` department, `%p` platform, `%h` handler, `%c` collector. */
const states: readonly (readonly [state: string, share: number, token: string | null])[] = [
  ["reported", 4, "intakeOfficer"],
  ["verifying", 3, "collector#%c"],
  ["accepted", 4, "shiftLeader"],
  ["filed", 12, "dispatcher"],
  ["districtFiled", 6, "districtDispatcher@%p"],
  ["dispatched", 20, "departmentOfficer@%d"],
  ["handling", 25, "handler#%h"],
  ["returning", 4, "dispatcher"],
  ["disputed", 1, "shiftLeader"],
  ["onHold", 6, null],
  ["handled", 5, "intakeOfficer"],
  ["checking", 6, "collector#%c"],
  ["checked", 4, "shiftLeader"],
];

const districts: Readonly<Record<string, string>> = {
  "410802": "jiefang",
  "410803": "zhongzhan",
  "410804": "macun",
  "410811": "shanyang",
  "410871": "shifan",
};

/** As long as a record is in its middle age. */
const record = {
  city: demoCity,
  procedure: "city-case",
  version: 1,
  counts: {
    report: 1,
    accept: 1,
    file: 1,
    dispatch: 1,
    assign: 1,
    reportDone: 1,
    sendCheck: 1,
    passCheck: 1,
    close: 1,
  },
  requests: {},
  facts: {
    criterion: "07001-1",
    department: "jiefang-brigade",
    handler: "handler1",
    checker: "collector1",
    acceptedAt: 1,
  },
  clocks: Object.fromEntries(
    ["accept", "file", "dispatch", "handle", "sendCheck", "check", "close"].map((name) => [
      name,
      {
        status: "stopped",
        limit: { value: 15, unit: "minute" },
        base: { value: 15, unit: "minute" },
        extensions: 0,
        segments: [{ from: 1660353120000, to: 1660353480000 }],
        due: 1660354020000,
        warn: 1660353840000,
      },
    ]),
  ),
};

/**
 * Fills a migrated, seeded city with rows as its tables would hold them after three years: bench data, made by set-based
 * SQL past the journal, so without the events that would explain it. Indexes are taken away and made again at the end.
 * @param now milliseconds since 1970; the unfinished cases were opened in the 30 days before
 * @param spots where they lie; the demo's forty places unless said
 */
export async function fill(
  url: string,
  { cases, open }: Size,
  now: number,
  spots: readonly DemoPlace[] = places,
): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const run = (text: string, values: unknown[] = []) => client.query(text, values);
  try {
    await run("set timezone = 'UTC'");
    await run("set maintenance_work_mem = '512MB'");
    await choose(run, spots);
    const { rows } = await run(`select indexname as name, indexdef as text from pg_indexes
      where tablename in ('cases', 'case_turn', 'case_evidence') and indexname not like '%_pkey'`);
    const indexes: { name: string; text: string }[] = rows;
    for (const { name } of indexes) await run(`drop index ${name}`);
    await run(fillCases(spots.length), [cases, open, demoCity, new Date(now), JSON.stringify(record)]);
    await run(fillTurns);
    await run(`insert into case_evidence (city, hash, case_no, seq, kind)
      select f.city, f.hash, f.no, 1, 'near' from filled f`);
    await run(`insert into case_tally (city, procedure, state, district, department, count)
      select city, procedure, state, district, coalesce(department, ''), count(*) from cases group by 1, 2, 3, 4, 5`);
    for (const { text } of indexes) await run(text);
    for (const table of ["cases", "case_turn", "case_evidence", "case_tally"]) await run(`vacuum analyze ${table}`);
    await run("checkpoint");
  } finally {
    await client.end();
  }
}

/** Puts what rows are made of into temporary tables. */
async function choose(
  run: (text: string, values?: unknown[]) => Promise<unknown>,
  spots: readonly DemoPlace[],
): Promise<void> {
  await run(`create temporary table said (low int, high int, text text, type text);
    create temporary table stands (low int, high int, state text, token text);
    create temporary table spot (at int, words int, text text, lng float8, lat float8, area text, name text, hash text);
    create temporary table words (text text, at int, search tsvector);
    create temporary table filled (i int, city text, no text, state text, area text, token text, hash text,
      warn_at timestamptz, due_at timestamptz)`);
  await run("insert into said select * from jsonb_to_recordset($1) as x(low int, high int, text text, type text)", [
    JSON.stringify(ranges(texts.map(([text, type, share]) => ({ text, type, share })))),
  ]);
  await run("insert into stands select * from jsonb_to_recordset($1) as x(low int, high int, state text, token text)", [
    JSON.stringify(ranges(states.map(([state, share, token]) => ({ state, share, token })))),
  ]);
  await run(
    `insert into spot select * from jsonb_to_recordset($1)
      as x(at int, words int, text text, lng float8, lat float8, area text, name text, hash text)`,
    [
      JSON.stringify(
        spots.map((one, at) => {
          const name = districts[one.area.slice(0, 6)];
          // Words of a place are dear to make; far away ones share those of the forty.
          return { ...one, at, words: at % places.length, name, hash: photo(at) };
        }),
      ),
    ],
  );
  const combined = texts.flatMap(([text]) =>
    places.map((place, at) => ({ text, at, terms: searchTerms(`${text} ${place.text}`) })),
  );
  await run(
    `insert into words select text, at, to_tsvector('simple', terms)
      from jsonb_to_recordset($1) as x(text text, at int, terms text)`,
    [JSON.stringify(combined)],
  );
}

/** Each choice with the numbers that mean it: from `low` to below `high`. */
function ranges<T extends { readonly share: number }>(list: readonly T[]) {
  let high = 0;
  return list.map((one) => {
    const low = high;
    high += one.share;
    return { ...one, low, high };
  });
}

/** A number for a row and a purpose, the same in every run. */
const pick = (salt: number, below: number | string) => `(hashint4(i * 31 + ${salt}) & 2147483647) % ${below}`;

const fillCases = (spots: number) => `
with numbered as (
  select i, i > $1::int - $2::int as unfinished, ${pick(1, 10000)} as said_at, ${pick(2, 100)} as stands_at,
    ${pick(3, spots)} as spot_at, ${pick(4, 10)} as kind, ${pick(5, 1000)} / 1000.0 as chance,
    case when ${pick(6, 5)} = 0 then 'handler1' else 'handler' || 5 + ${pick(7, 36)} end as handler,
    'collector' || 1 + ${pick(8, 200)} as reporter, 'officer' || 1 + ${pick(9, 20)} as officer
  from generate_series(1, $1::int) i
), dated as (
  select n.*, s.text as said, s.type, p.text as place_text, p.words, p.area, p.name as district_name, p.hash,
    p.lng + chance * 0.002 as lng, p.lat + chance * 0.001 as lat,
    case when unfinished then o.state when chance < 0.03 then 'notAccepted' when chance < 0.05 then 'voided' else 'closed' end as state,
    case when unfinished then o.token end as token,
    case when unfinished then $4::timestamptz - chance * interval '30 days'
      else $4::timestamptz - interval '3 years' + (i::float8 / ($1::int - $2::int)) * interval '1092 days' end as opened_at,
    case kind when 7 then 'municipal-office' when 8 then 'greening-office' when 9 then 'lighting-office' else
      case when kind < 4 then p.name || case p.name when 'shanyang' then '-brigade-1' else '-brigade' end
      else p.name || case when p.name in ('jiefang', 'shanyang') then '-sanitation' else '-bureau' end end end as department
  from numbered n join said s on said_at >= s.low and said_at < s.high
  join stands o on stands_at >= o.low and stands_at < o.high join spot p on p.at = spot_at
), due as (
  select d.*, $3::text || to_char(opened_at, 'YYYYMMDD') || lpad((i % 100000)::text, 5, '0') as no,
    case when unfinished and token is not null then $4::timestamptz + (${pick(10, 1000)} / 100.0 - 1) * interval '1 day' end as due_at
  from dated d
), kept as (
  insert into filled select i, $3::text, no, state, area,
    replace(replace(replace(replace(token, '%d', department), '%p', district_name || '-platform'), '%h', handler), '%c', 'collector' || 1 + i % 5),
    hash, due_at - interval '19 hours', due_at from due
)
insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, type, source, district,
  area, cell, place_text, point, department, reporter, parties, requests, overran, warn_at, due_at, search, record)
select $3::text, d.no, 'city-case', 1, case when unfinished then 5 else 9 end, state, not unfinished, opened_at,
  opened_at + interval '1 day', said, type, case when kind < 7 then 'collector' else 'hotline' end, left(area, 6), area,
  left(area, 9) || lpad((i % 300)::text, 6, '0'), place_text, st_setsrid(st_makepoint(lng, lat), 4326),
  case when state in ('reported', 'verifying', 'accepted', 'filed') then null else department end, reporter,
  case when state in ('reported', 'verifying', 'accepted', 'filed') then array[reporter, 'intake1']
    else array[reporter, 'intake' || 1 + i % 2, 'shift1', 'dispatcher' || 1 + i % 2, department, officer, handler] end,
  array[]::text[], case when chance > 0.92 then array['handle'] else array[]::text[] end,
  due_at - interval '19 hours', due_at, to_tsvector('simple', d.no) || w.search,
  $5::jsonb || jsonb_build_object('no', d.no, 'state', state, 'subject', jsonb_build_object('description', said, 'type', type))
from due d join words w on w.text = d.said and w.at = d.words`;

const fillTurns = `
insert into case_turn (city, case_no, token, request, area, warn_at, due_at)
select city, no, token, '', area, warn_at, due_at from filled where token is not null
union all
-- One in forty unfinished cases has a request beside its own turn.
select city, no, 'dispatcher', 'extension', area, warn_at, due_at
from filled where state in ('dispatched', 'handling') and i % 20 = 0`;
