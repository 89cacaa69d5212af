import {
  turnsOf,
  type CaseEvent,
  type CaseRecord,
  type Effect,
  type Procedure,
  type Turn,
} from "@xiuhua/core/procedure";
import type { PushMessage } from "../api/index.ts";
import { json, sql, type Database } from "../store/index.ts";
import { indexOf, rowOf, turnRows } from "./row.ts";

/** What one person's action, or one imported case, adds: events in a row on one case. */
export interface Write {
  readonly procedure: Procedure;
  /** The `seq` the case must still have; 0 opens it. */
  readonly expected: number;
  readonly before: CaseRecord | undefined;
  readonly record: CaseRecord;
  readonly events: readonly { readonly event: CaseEvent; readonly effects: readonly Effect[] }[];
  readonly wakesAt: number | undefined;
  /** Unique in the city; the same key never writes twice. Stands on the first event. */
  readonly key?: string;
}

export type Written = "written" | "conflict" | "key-used";

export interface Journal {
  /** Resolves when the write is durable. Writes of the same moment go to the database together. */
  append(write: Write): Promise<Written>;
  /** Waits for all that was handed in. */
  drain(): Promise<void>;
}

/** Most writes in one statement: enough to make a round trip cheap, few enough to keep it short. */
const batchSize = 128;

interface Pending {
  readonly write: Write;
  readonly settle: (written: Written) => void;
  readonly fail: (error: unknown) => void;
}

/**
 * The only writer of cases. Group commit: what arrives while a statement is under way waits
 * for the next one; nothing waits for a timer. One statement inserts the events, moves the
 * projection if its version is unchanged, moves the turns and fills the outbox.
 *
 * @param lanes statements under way at once: one on the embedded database, which has one
 *   connection; a few on a server, where another lane fills while one waits for the disk.
 */
export function makeJournal(options: {
  readonly db: Database;
  readonly city: string;
  readonly lanes?: number;
  readonly onWritten?: (writes: readonly Write[]) => void;
}): Journal {
  const { db, city, onWritten } = options;
  const lanes = options.lanes ?? (db.kind === "embedded" ? 1 : 3);
  let waiting: Pending[] = [];
  let running = 0;
  let idle: (() => void)[] = [];

  function pump(): void {
    while (running < lanes && waiting.length > 0) {
      const batch = takeBatch();
      running += 1;
      void run(batch).finally(() => {
        running -= 1;
        if (running === 0 && waiting.length === 0) {
          for (const wake of idle) wake();
          idle = [];
        }
        pump();
      });
    }
  }

  /** The next writes, at most one a case and one a key: a second must see what the first did. */
  function takeBatch(): Pending[] {
    const batch: Pending[] = [];
    const rest: Pending[] = [];
    const taken = new Set<string>();
    for (const one of waiting) {
      const names = [`no ${one.write.record.no}`, ...(one.write.key === undefined ? [] : [`key ${one.write.key}`])];
      if (batch.length < batchSize && !names.some((name) => taken.has(name))) {
        for (const name of names) taken.add(name);
        batch.push(one);
      } else rest.push(one);
    }
    waiting = rest;
    return batch;
  }

  async function run(batch: readonly Pending[]): Promise<void> {
    try {
      const done = await writeAll(batch.map((one) => one.write));
      report(batch, done);
    } catch (error) {
      if (batch.length === 1 && isKeyClash(error)) batch[0]?.settle("key-used");
      else if (batch.length === 1) batch[0]?.fail(error);
      // One bad apple must not spoil the batch: each goes alone and gets its own answer.
      else for (const one of batch) await run([one]);
    }
  }

  function report(batch: readonly Pending[], done: ReadonlySet<string>): void {
    const written = batch.filter((one) => done.has(one.write.record.no));
    if (written.length > 0) onWritten?.(written.map((one) => one.write));
    for (const one of batch) one.settle(done.has(one.write.record.no) ? "written" : "conflict");
  }

  async function writeAll(writes: readonly Write[]): Promise<ReadonlySet<string>> {
    const rows = await db.query<{ no: string }>(statement(city, writes.map(payload)));
    return new Set(rows.map((row) => row.no));
  }

  return {
    append(write) {
      return new Promise((settle, fail) => {
        waiting.push({ write, settle, fail });
        // After the current turn of the loop, so that requests parsed together are written together.
        queueMicrotask(pump);
      });
    },
    drain() {
      return running === 0 && waiting.length === 0 ? Promise.resolve() : new Promise((wake) => void idle.push(wake));
    },
  };
}

function isKeyClash(error: unknown): boolean {
  return typeof error === "object" && error !== null && "code" in error && error.code === "23505";
}

function payload(write: Write) {
  const { procedure, record, before, expected, events, key } = write;
  return {
    no: record.no,
    expected,
    row: rowOf(procedure, record, write.wakesAt),
    turns: turnRows(procedure, record),
    events: events.map(({ event }, index) => ({
      seq: event.seq,
      procedure: event.procedure,
      version: event.version,
      action: event.action,
      at: new Date(event.at).toISOString(),
      actor: event.actor,
      input: event.input ?? null,
      evidence: event.evidence,
      device: event.device ?? null,
      from_state: event.from,
      to_state: event.to,
      turns: event.turns,
      waited_since: new Date(event.waitedSince).toISOString(),
      outcome: event.outcome,
      idempotency_key: index === 0 ? (key ?? null) : null,
    })),
    evidence: events.flatMap(({ event }) =>
      event.evidence.map((one) => ({ hash: one.hash, kind: one.kind, seq: event.seq })),
    ),
    erased: events.flatMap(({ event }) =>
      event.outcome.erased ? [{ seq: event.seq, fields: event.outcome.erased }] : [],
    ),
    outbox: {
      seq: record.seq,
      body: {
        from: before ? place(procedure, before) : null,
        to: place(procedure, record),
        effects: events.flatMap(({ effects }) => effects),
        tasks: events.length === 0 ? [] : newTasks(procedure, before, record, events.at(-1)?.event.actor.person),
        person: events.at(-1)?.event.actor.person ?? "system",
        at: record.changedAt,
      },
    },
  };
}

/** Whom the case lies with by name, and did not before: their devices are told. Who gave it to themself knows. */
function newTasks(
  procedure: Procedure,
  before: CaseRecord | undefined,
  record: CaseRecord,
  actor: string | undefined,
): { readonly person: string; readonly message: PushMessage }[] {
  const known = new Set((before ? turnsOf(procedure, before) : []).map(keyOf));
  return turnsOf(procedure, record).flatMap((turn) => {
    const { person } = turn;
    if (person === undefined || person === actor || known.has(keyOf(turn))) return [];
    const state = procedure.states[record.state]?.title ?? { zh: record.state, en: record.state };
    const message: PushMessage = {
      kind: "task",
      tag: `task-${record.no}`,
      title: { zh: `新任务：${state.zh}`, en: `New task: ${state.en}` },
      // No word of the case itself: it shows on a locked screen.
      body: { zh: `案件 ${record.no}`, en: `Case ${record.no}` },
      caseNo: record.no,
      at: new Date(record.changedAt).toISOString(),
    };
    return [{ person, message }];
  });
}

const keyOf = (turn: Turn): string => `${turn.role} ${turn.person ?? ""} ${turn.request ?? ""}`;

/** Where a case counts in the tallies. */
export interface TallyPlace {
  readonly procedure: string;
  readonly state: string;
  readonly district: string;
  readonly department: string;
}

/** Where a finished case counts on the map; an open one is not tallied there (see `map-tally.ts`). */
export interface TallySpot {
  readonly lng: number;
  readonly lat: number;
  readonly type?: string;
  readonly parties: readonly string[];
  /** Milliseconds since 1970. */
  readonly opened: number;
}

export function place(procedure: Procedure, record: CaseRecord): TallyPlace & { readonly spot?: TallySpot } {
  const index = indexOf(procedure, record);
  const final = procedure.states[record.state]?.final === true;
  return {
    procedure: record.procedure,
    state: record.state,
    district: index.place?.area?.slice(0, 6) ?? "",
    department: index.department ?? "",
    ...(final && index.place
      ? {
          spot: {
            lng: index.place.lng,
            lat: index.place.lat,
            ...(index.type === undefined ? {} : { type: index.type }),
            parties: record.parties,
            opened: record.openedAt,
          },
        }
      : {}),
  };
}

/** The one statement. Its only parameters are the city and the writes as one JSON document. */
function statement(city: string, writes: readonly unknown[]) {
  return sql.named("journal-append")`
with input as materialized (
  select * from jsonb_to_recordset(${json(writes)}::jsonb)
    as w(no text, expected integer, "row" jsonb, turns jsonb, events jsonb, evidence jsonb, erased jsonb, outbox jsonb)
), r as materialized (
  select w.expected, r.*
  from input w cross join lateral jsonb_to_record(w."row") as r(
    no text, procedure text, version integer, seq integer, state text, final boolean,
    opened_at timestamptz, changed_at timestamptz, title text, type text, source text,
    district text, area text, cell text, place_text text, lng double precision, lat double precision,
    department text, reporter text, component text, parties jsonb, requests jsonb, overran jsonb,
    warn_at timestamptz, due_at timestamptz, wakes_at timestamptz, turn_since timestamptz,
    waits_for text, held_until timestamptz, passed_on jsonb, joint jsonb, lacks_lead boolean, terms text, record jsonb)
), moved as (
  update cases c set
    version = r.version, seq = r.seq, state = r.state, final = r.final, changed_at = r.changed_at, title = r.title,
    type = r.type, source = r.source, district = r.district, area = r.area, cell = r.cell, place_text = r.place_text,
    point = st_setsrid(st_makepoint(r.lng, r.lat), 4326), department = r.department, reporter = r.reporter,
    component = r.component,
    parties = array(select jsonb_array_elements_text(r.parties)),
    requests = array(select jsonb_array_elements_text(r.requests)),
    overran = array(select jsonb_array_elements_text(r.overran)),
    warn_at = r.warn_at, due_at = r.due_at, wakes_at = r.wakes_at, turn_since = r.turn_since,
    waits_for = r.waits_for, held_until = r.held_until, passed_on = array(select jsonb_array_elements_text(r.passed_on)),
    joint = array(select jsonb_array_elements_text(r.joint)), lacks_lead = r.lacks_lead,
    search = to_tsvector('simple', r.terms), record = r.record
  from r where c.city = ${city} and c.no = r.no and r.expected > 0 and c.seq = r.expected
  returning c.no
), opened as (
  insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, type, source,
    district, area, cell, place_text, point, department, reporter, component, parties, requests, overran,
    warn_at, due_at, wakes_at, turn_since, waits_for, held_until, passed_on, joint, lacks_lead, search, record)
  select ${city}, r.no, r.procedure, r.version, r.seq, r.state, r.final, r.opened_at, r.changed_at, r.title, r.type,
    r.source, r.district, r.area, r.cell, r.place_text, st_setsrid(st_makepoint(r.lng, r.lat), 4326), r.department,
    r.reporter, r.component, array(select jsonb_array_elements_text(r.parties)),
    array(select jsonb_array_elements_text(r.requests)), array(select jsonb_array_elements_text(r.overran)),
    r.warn_at, r.due_at, r.wakes_at, r.turn_since, r.waits_for, r.held_until,
    array(select jsonb_array_elements_text(r.passed_on)), array(select jsonb_array_elements_text(r.joint)), r.lacks_lead,
    to_tsvector('simple', r.terms), r.record
  from r where r.expected = 0
  on conflict (city, no) do nothing
  returning no
), done as (
  select no from moved union all select no from opened
), logged as (
  insert into case_event (city, case_no, seq, procedure, version, action, at, actor, input, evidence,
    device, from_state, to_state, turns, waited_since, outcome, idempotency_key)
  select ${city}, w.no, e.seq, e.procedure, e.version, e.action, e.at, e.actor, coalesce(e.input, 'null'), e.evidence,
    e.device, e.from_state, e.to_state, e.turns, e.waited_since, e.outcome, e.idempotency_key
  from input w join done using (no) cross join lateral jsonb_to_recordset(w.events) as e(
    seq integer, procedure text, version integer, action text, at timestamptz, actor jsonb, input jsonb,
    evidence jsonb, device jsonb, from_state text, to_state text, turns jsonb, waited_since timestamptz, outcome jsonb,
    idempotency_key text)
), forgotten as (
  -- What an event erases is gone from the events before it as well: the one place where the log is not only added to.
  update case_event e set
    input = case when jsonb_typeof(e.input) = 'object' then e.input - g.fields else e.input end,
    outcome = e.outcome
      || case when e.outcome ? 'subject' then jsonb_build_object('subject', (e.outcome->'subject') - g.fields) else '{}' end
      || case when e.outcome ? 'facts' then jsonb_build_object('facts', (e.outcome->'facts') - g.fields) else '{}' end
  from (
    select w.no, max(x.seq) as seq, array_agg(distinct f.field) as fields
    from input w join moved using (no) cross join lateral jsonb_to_recordset(w.erased) as x(seq integer, fields jsonb)
    cross join lateral jsonb_array_elements_text(x.fields) as f(field) group by w.no
  ) g
  where e.city = ${city} and e.case_no = g.no and e.seq < g.seq
), turned as (
  insert into case_turn (city, case_no, token, request, area, warn_at, due_at)
  select ${city}, w.no, t.token, t.request, t.area, t.warn_at, t.due_at
  from input w join done using (no) cross join lateral jsonb_to_recordset(w.turns)
    as t(token text, request text, area text, warn_at timestamptz, due_at timestamptz)
  on conflict (city, case_no, token, request)
    do update set area = excluded.area, warn_at = excluded.warn_at, due_at = excluded.due_at
), over as (
  -- Only turns that are not written above: one statement must not touch a row twice.
  delete from case_turn t using input w join moved using (no)
  where t.city = ${city} and t.case_no = w.no and not exists (
    select from jsonb_to_recordset(w.turns) as n(token text, request text)
    where n.token = t.token and n.request = t.request)
), shown as (
  insert into case_evidence (city, hash, case_no, seq, kind)
  select distinct ${city}, v.hash, w.no, v.seq, v.kind
  from input w join done using (no) cross join lateral jsonb_to_recordset(w.evidence)
    as v(hash text, seq integer, kind text)
), queued as (
  insert into outbox (city, case_no, seq, body)
  select ${city}, w.no, (w.outbox->>'seq')::integer, w.outbox->'body' from input w join done using (no)
)
select no from done`;
}
