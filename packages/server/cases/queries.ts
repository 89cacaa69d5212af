import type { CaseEvent, CaseRecord, EvidenceKind, Words } from "@xiuhua/core/procedure";
import { sql, type Queryable, type Sql } from "../store/index.ts";
import { allOf } from "./filter.ts";

/** A row of a list. */
export interface ListRow {
  readonly no: string;
  readonly procedure: string;
  readonly seq: number;
  readonly state: string;
  readonly final: boolean;
  readonly opened_at: number;
  readonly changed_at: number;
  readonly title: string;
  readonly type: string | null;
  readonly source: string | null;
  readonly area: string | null;
  readonly cell: string | null;
  readonly place_text: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly department: string | null;
  readonly component: string | null;
  readonly requests: string[];
  readonly overran: string[];
  readonly warn_at: number | null;
  readonly due_at: number | null;
  readonly photo: string | null;
}

export const columns = sql`c.no, c.procedure, c.seq, c.state, c.final, c.opened_at, c.changed_at, c.title, c.type, c.source, c.area,
  c.cell, c.place_text, st_x(c.point) as lng, st_y(c.point) as lat, c.department, c.component, c.requests, c.overran, c.warn_at, c.due_at`;

/** The first photo of the rows shown; asked for those rows only, after the page is cut. */
const withPhoto = (page: Sql) => sql`
  select p.*, (select e.hash from case_evidence e
    where e.city = p.city and e.case_no = p.no and e.kind in ('near', 'far', 'before') order by e.seq, e.kind desc limit 1) as photo
  from (${page}) p`;

/** The photo by which each of a few cases is shown, by number; absent where it has none. One range of an index each. */
export async function firstPhotos(
  db: Queryable,
  city: string,
  nos: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (nos.length === 0) return new Map();
  const rows = await db.query<{ no: string; photo: string | null }>(
    withPhoto(sql`select ${city}::text as city, unnest(${nos}::text[]) as no`),
  );
  return new Map(rows.flatMap(({ no, photo }) => (photo === null ? [] : [[no, photo] as const])));
}

export interface PageRequest {
  readonly city: string;
  readonly where: readonly Sql[];
  readonly limit: number;
}

/** Where a page begins: after this row. Opaque to clients. */
export interface Cursor {
  readonly at: string;
  readonly no: string;
}

/** By time of opening, newest or oldest first. */
export function listByOpened(
  db: Queryable,
  page: PageRequest & { readonly after?: Cursor; readonly oldestFirst?: boolean },
): Promise<ListRow[]> {
  const { after } = page;
  const compare = page.oldestFirst ? sql`>` : sql`<`;
  const direction = page.oldestFirst ? sql`asc` : sql`desc`;
  const from = after ? [sql`(c.opened_at, c.no) ${compare} (${after.at}::timestamptz, ${after.no}::text)`] : [];
  return db.query<ListRow>(sql`${withPhoto(sql`
    select c.city, ${columns} from cases c
    where c.city = ${page.city} and ${allOf([...page.where, ...from])}
    order by c.opened_at ${direction}, c.no ${direction} limit ${page.limit}`)}
    order by p.opened_at ${direction}, p.no ${direction}`);
}

/** Open cases with a running clock, the nearest to its limit first. */
export function listByDue(db: Queryable, page: PageRequest & { readonly after?: Cursor }): Promise<ListRow[]> {
  const { after } = page;
  const from = after ? [sql`(c.due_at, c.no) > (${after.at}::timestamptz, ${after.no}::text)`] : [];
  return db.query<ListRow>(sql`${withPhoto(sql`
    select c.city, ${columns} from cases c
    where c.city = ${page.city} and c.due_at is not null and not c.final and ${allOf([...page.where, ...from])}
    order by c.due_at, c.no limit ${page.limit}`)}
    order by p.due_at, p.no`);
}

export type Token = { readonly token: string; readonly area: string | null };

/**
 * What waits for these turns, the nearest to its limit first. Each turn is one range of one index;
 * the ranges are merged, so that a page costs the same in a city of any size.
 */
export function listQueue(
  db: Queryable,
  page: PageRequest & { readonly tokens: readonly Token[]; readonly after?: Cursor },
): Promise<(ListRow & { queued_due: string })[]> {
  return db.query<ListRow & { queued_due: string }>(sql`
    select * from (${withPhoto(sql`
      select distinct on (q.queued_due, c.no) q.queued_due, c.city, ${columns}
      from (${sql.join(queueRanges(page), sql` union all `)}) q join cases c on c.city = ${page.city} and c.no = q.case_no
      order by q.queued_due, c.no limit ${page.limit}`)}) z
    order by z.queued_due, z.no`);
}

/**
 * The beginning of each turn's range. Turns over the whole city and over an area are asked for apart: of the area's
 * pattern the planner expects next to nothing, and would read and sort whole ranges instead of walking their beginnings.
 */
function queueRanges(page: Parameters<typeof listQueue>[1]): Sql[] {
  const { after } = page;
  const from = after ? sql`and (t.due_at, t.case_no) > (${after.at}::timestamptz, ${after.no}::text)` : sql.empty;
  const joined = page.where.length > 0 ? sql`join cases c on c.city = t.city and c.no = t.case_no` : sql.empty;
  const starts = (keys: Sql, within: Sql) => sql`
      select r.case_no, r.queued_due from ${keys} cross join lateral (
        select t.case_no, t.due_at as queued_due
        from case_turn t ${joined}
        where t.city = ${page.city} and t.token = k.token ${within} ${from} and ${allOf(page.where)}
        order by t.due_at, t.case_no limit ${page.limit}) r`;
  const names = (tokens: readonly Token[]) => tokens.map((one) => one.token);
  const whole = page.tokens.filter((one) => one.area === null);
  const parts = page.tokens.filter((one) => one.area !== null);
  const inWhole = starts(sql`unnest(${names(whole)}::text[]) as k(token)`, sql.empty);
  if (parts.length === 0) return [inWhole];
  const areas = parts.map((one) => one.area);
  const keys = sql`unnest(${names(parts)}::text[], ${areas}::text[]) as k(token, area)`;
  return [inWhole, starts(keys, sql`and t.area like k.area || '%'`)];
}

/** How much waits for these turns, by light. */
export async function countQueue(db: Queryable, city: string, tokens: readonly Token[], now: number) {
  const at = new Date(now);
  const [row] = await db.query<{ total: number; yellow: number; red: number }>(sql`
    select count(distinct t.case_no) as total,
      count(distinct t.case_no) filter (where t.warn_at < ${at} and t.due_at >= ${at}) as yellow,
      count(distinct t.case_no) filter (where t.due_at < ${at}) as red
    from unnest(${tokens.map((one) => one.token)}::text[], ${tokens.map((one) => one.area)}::text[]) as k(token, area)
    join case_turn t on t.city = ${city} and t.token = k.token and (k.area is null or t.area like k.area || '%')`);
  const { total = 0, yellow = 0, red = 0 } = row ?? {};
  return { total, green: total - yellow - red, yellow, red };
}

export interface StateCount {
  readonly procedure: string;
  readonly state: string;
  readonly count: number;
}

/** What waits for these turns, by state: each figure is the length of that state's list in the queue. */
export function countQueueStates(
  db: Queryable,
  city: string,
  tokens: readonly Token[],
  where: readonly Sql[],
): Promise<StateCount[]> {
  return db.query<StateCount>(sql`
    select c.procedure, c.state, count(distinct c.no) as count
    from unnest(${tokens.map((one) => one.token)}::text[], ${tokens.map((one) => one.area)}::text[]) as k(token, area)
    join case_turn t on t.city = ${city} and t.token = k.token and (k.area is null or t.area like k.area || '%')
    join cases c on c.city = t.city and c.no = t.case_no
    where ${allOf(where)} group by 1, 2 order by 1, 2`);
}

/** From the tallies: instant at any size; for readers who see everything but procedures hidden from them. */
export function countByTally(db: Queryable, city: string, hidden: readonly string[]): Promise<StateCount[]> {
  return db.query<StateCount>(sql`
    select procedure, state, sum(count)::bigint as count from case_tally
    where city = ${city} and procedure <> all(${hidden}::text[]) group by 1, 2 having sum(count) > 0 order by 1, 2`);
}

/** Counted from the rows: for whoever sees a part, and for any filter. */
export function countByRows(db: Queryable, city: string, where: readonly Sql[]): Promise<StateCount[]> {
  return db.query<StateCount>(sql`
    select c.procedure, c.state, count(*) as count from cases c
    where c.city = ${city} and ${allOf(where)} group by 1, 2 order by 1, 2`);
}

export interface DetailRow extends ListRow {
  readonly record: CaseRecord;
  /** The component it is about, as it is on record now. */
  readonly component_now: { readonly name: string; readonly owner: string | null } | null;
  readonly events: CaseEvent[];
  readonly links: {
    no: string;
    relation: string;
    direction: "to" | "from";
    about: { title: string; procedure: string; state: string } | null;
  }[];
  readonly files: CaseFile[];
}

/** A file that proves something in a case, as it is read with it. */
export interface CaseFile {
  readonly hash: string;
  readonly kind: EvidenceKind;
  readonly seq: number;
  readonly media_type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly taken_at: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly uploaded_at: string;
  /** The perceptual hash: a 64-bit whole number, as text. */
  readonly phash: string | null;
  readonly details: {
    readonly camera?: object;
    readonly software?: string;
    readonly modifiedAt?: number;
    readonly drawing?: boolean;
  };
}

/** One case with its log, files and links, in one round trip. */
export async function findCase(db: Queryable, city: string, no: string, seen: Sql): Promise<DetailRow | undefined> {
  const [row] = await db.query<DetailRow>(sql`
    select ${columns}, c.record, null as photo,
      (select jsonb_build_object('name', k.name, 'owner', k.owner_code) from component k
        where k.city = c.city and k.code = c.component) as component_now,
      (select coalesce(jsonb_agg(${eventJson} order by e.seq), '[]') from case_event e where e.city = c.city and e.case_no = c.no) as events,
      (select coalesce(jsonb_agg(to_jsonb(l) || jsonb_build_object('about', (
          select jsonb_build_object('title', c.title, 'procedure', c.procedure, 'state', c.state)
          from cases c where c.city = ${city} and c.no = l.no and ${seen})) order by l.direction desc, l.no), '[]') from (
        select to_no as no, relation, 'to' as direction from case_link where city = c.city and from_no = c.no
        union all select from_no, relation, 'from' from case_link where city = c.city and to_no = c.no) l) as links,
      (select coalesce(jsonb_agg(f order by f.seq), '[]') from (
        select v.hash, v.kind, v.seq, x.media_type, x.bytes, x.width, x.height, x.taken_at,
          st_x(x.taken_point) as lng, st_y(x.taken_point) as lat, x.uploaded_at,
          x.phash::text as phash, x.details
        from case_evidence v join evidence_file x on x.city = v.city and x.hash = v.hash
        where v.city = c.city and v.case_no = c.no) f) as files
    from cases c where c.city = ${city} and c.no = ${no} and ${seen}`);
  return row;
}

/** An event (alias `e`) as the engine knows it, instants in milliseconds. */
export const eventJson = sql`jsonb_build_object('city', e.city, 'caseNo', e.case_no, 'seq', e.seq, 'procedure', e.procedure,
  'version', e.version, 'action', e.action, 'at', round(extract(epoch from e.at) * 1000), 'actor', e.actor, 'input', e.input,
  'evidence', e.evidence, 'from', e.from_state, 'to', e.to_state, 'turns', e.turns,
  'waitedSince', round(extract(epoch from e.waited_since) * 1000), 'outcome', e.outcome)
  || case when e.device is null then '{}'::jsonb else jsonb_build_object('device', e.device) end`;

export type Named = { readonly id: string; readonly name: Words };
