import type { CaseEvent, CaseRecord } from "@xiuhua/core/procedure";
import { json, sql, type Database } from "../store/index.ts";
import { eventJson } from "./queries.ts";
import type { CaseRow, TurnRow } from "./row.ts";

/** All that is stored of one case, as of one moment. */
export interface StoredCase {
  readonly no: string;
  /** Absent where a number has events or turns but no case. */
  readonly row: Omit<CaseRow, "terms" | "record"> | null;
  readonly record: CaseRecord | null;
  readonly turns: readonly TurnRow[];
  readonly events: readonly CaseEvent[];
}

/**
 * Every case by number, a page at a time. Each page is one statement, so that a case and its events are of one moment and
 * the city may go on meanwhile. No cursor is held: the embedded database would first write all of it to a file.
 *
 * @param size cases a page; memory is bounded by it
 */
export async function* storedCases(db: Database, city: string, size: number): AsyncGenerator<StoredCase[], void, void> {
  for (let after = ""; ;) {
    const page = await readPage(db, city, after, size);
    if (page.length > 0) yield page;
    if (page.length < size) return;
    after = page.at(-1)?.no ?? after;
  }
}

/** The next numbers that have a row, events or turns, each with all of them. */
function readPage(db: Database, city: string, after: string, limit: number): Promise<StoredCase[]> {
  return db.query<StoredCase>(sql.named("verify-page")`
    with recursive logged as (
      -- One step of the index a case, however many events it has.
      (select case_no from case_event where city = ${city} and case_no > ${after} order by case_no limit 1)
      union all
      select n.case_no from logged l cross join lateral (
        select case_no from case_event where city = ${city} and case_no > l.case_no order by case_no limit 1) n
    ), page as (
      select no from (
        (select no from cases where city = ${city} and no > ${after} order by no limit ${limit})
        union (select case_no from logged limit ${limit})
        union (select distinct case_no from case_turn where city = ${city} and case_no > ${after}
          order by case_no limit ${limit})
      ) named order by no limit ${limit}
    )
    select page.no, c.record,
      (select coalesce(jsonb_agg(${eventJson} order by e.seq), '[]')
        from case_event e where e.city = ${city} and e.case_no = page.no) as events,
      (select coalesce(jsonb_agg(jsonb_build_object('token', t.token, 'request', t.request, 'area', t.area,
          'warn_at', t.warn_at, 'due_at', t.due_at)), '[]')
        from case_turn t where t.city = ${city} and t.case_no = page.no) as turns,
      case when c.no is not null then jsonb_build_object('no', c.no, 'procedure', c.procedure, 'version', c.version,
        'seq', c.seq, 'state', c.state, 'final', c.final, 'opened_at', c.opened_at, 'changed_at', c.changed_at,
        'title', c.title, 'type', c.type, 'source', c.source, 'district', c.district, 'area', c.area, 'cell', c.cell,
        'place_text', c.place_text, 'lng', st_x(c.point), 'lat', st_y(c.point), 'department', c.department,
        'reporter', c.reporter, 'component', c.component, 'parties', c.parties, 'requests', c.requests, 'overran', c.overran,
        'warn_at', c.warn_at, 'due_at', c.due_at, 'wakes_at', c.wakes_at, 'turn_since', c.turn_since,
        'waits_for', c.waits_for, 'held_until', c.held_until, 'passed_on', c.passed_on, 'joint', c.joint,
        'lacks_lead', c.lacks_lead) end as "row"
    from page left join cases c on c.city = ${city} and c.no = page.no order by page.no`);
}

/** The search terms a case should have, at the version that was read. */
export interface ExpectedTerms {
  readonly no: string;
  readonly seq: number;
  readonly terms: string;
}

/** Numbers of the cases whose search column holds other terms. A case that moved meanwhile is left out. */
export async function wrongTerms(db: Database, city: string, expected: readonly ExpectedTerms[]): Promise<Set<string>> {
  const rows = await db.query<{ no: string }>(sql.named("verify-terms")`
    select c.no from jsonb_to_recordset(${json(expected)}::jsonb) as x(no text, seq integer, terms text)
    join cases c on c.city = ${city} and c.no = x.no and c.seq = x.seq
    where c.search <> to_tsvector('simple', x.terms)`);
  return new Set(rows.map((row) => row.no));
}
