import { createHash } from "node:crypto";
import {
  apply,
  nextTimed,
  open,
  system,
  type ActContext,
  type Actor,
  type Applied,
  type CaseRecord,
  type DeviceRecord,
  type EvidenceReference,
  type Procedure,
  type Refusal,
  type Result,
} from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import type { Reader, ReaderGrant } from "../people/index.ts";
import { sql, type Database } from "../store/index.ts";
import { visible } from "./access.ts";
import { guestActor, guestRole } from "./guest.ts";
import {
  conflict,
  keyReused,
  notFound,
  refuse,
  unknownEvidence,
  type Answer,
  type CaseRefusal,
  type Refused,
} from "./answer.ts";
import type { Journal } from "./journal.ts";
import type { Numbers } from "./numbers.ts";
import { loadLinked } from "./linked.ts";
import { makeReference, type Directory, type Linked } from "./reference.ts";
import type { Places } from "../places/index.ts";
import type { Catalogue } from "@xiuhua/core/catalogue";

export interface CasesOptions {
  readonly db: Database;
  readonly city: City;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly places: Places;
  readonly journal: Journal;
  readonly numbers: Numbers;
  readonly now: () => number;
  /** Which of these files are stored. */
  readonly storedEvidence: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
}

/** What is shown with an action, and what the phone says on which it was done. */
export interface Shown {
  readonly evidence: readonly EvidenceReference[];
  readonly device?: DeviceRecord;
}

export interface OpenRequest extends Shown {
  readonly procedure: string;
  readonly action: string;
  readonly input: unknown;
  readonly key?: string;
  /** A key of the city's and not of one person: what a ledger's row brings, whoever imports it. */
  readonly rowKey?: string;
}

export interface ActRequest extends Shown {
  readonly no: string;
  readonly action: string;
  readonly input: unknown;
  /** The `seq` the person saw; absent: whatever it is now. */
  readonly seq?: number;
  readonly key?: string;
}

/** What somebody let in by a link wants to do. */
export interface GuestRequest extends Shown {
  readonly no: string;
  /** The `seq` of the event that invited them. */
  readonly invitation: number;
  /** Absent: the action that opening the link is. */
  readonly action?: string;
  readonly input: unknown;
  /** Files that came in by this link: a guest shows no others. */
  readonly theirs: ReadonlySet<string>;
  readonly key?: string;
}

interface Opening {
  readonly procedure: Procedure;
  readonly applied: Applied;
}

/** A step that another case asks for, at the time at which that one asked. */
export interface GrantRequest extends Shown {
  readonly no: string;
  readonly action: string;
  readonly input: unknown;
  readonly asker: string;
  readonly at: number;
  readonly key: string;
}

/** Opens cases and acts on them: load, decide in the engine, hand to the journal. Nothing else writes cases. */
export function makeCases(options: CasesOptions) {
  const { db, city, procedures, journal, numbers } = options;
  const allProcedures = [...procedures.values()];
  const within = (unit: string, above: string) => options.directory.within(unit, above);
  const linkedBy = (procedure: Procedure, action: string, input: unknown) =>
    loadLinked(db, city.code, procedure.actions[action], input);

  function context(
    procedure: Procedure,
    actor: Actor,
    { evidence, device }: Shown = { evidence: [] },
    linked?: Linked,
  ): ActContext {
    return {
      now: options.now(),
      actor,
      calendar: city.calendar,
      settings: city.settings(procedure),
      reference: makeReference(options, linked),
      evidence,
      ...(device === undefined ? {} : { device }),
    };
  }

  async function load(no: string, reader?: Reader): Promise<CaseRecord | undefined> {
    const seen = reader ? visible(reader, allProcedures, options.directory.below) : sql`true`;
    // Each form of the condition gets a name of its own and is parsed once; there are as many forms as kinds of sight.
    const form = createHash("sha256").update(seen.text).digest("base64url").slice(0, 16);
    const [row] = await db.query<{ record: CaseRecord }>(
      sql.named(
        `case-load-${form}`,
      )`select c.record from cases c where c.city = ${city.code} and c.no = ${no} and ${seen}`,
    );
    return row?.record;
  }

  async function evidenceStored(evidence: readonly EvidenceReference[]): Promise<boolean> {
    if (evidence.length === 0) return true;
    const stored = await options.storedEvidence(evidence.map((one) => one.hash));
    return evidence.every((one) => stored.has(one.hash));
  }

  async function write(
    procedure: Procedure,
    before: CaseRecord | undefined,
    applied: Applied,
    key: string | undefined,
  ): Promise<Answer> {
    const { record, event, effects } = applied;
    const written = await journal.append({
      procedure,
      expected: before?.seq ?? 0,
      before,
      record,
      events: [{ event, effects }],
      wakesAt: wakesAt(procedure, record, options.now()),
      ...(key === undefined ? {} : { key }),
    });
    if (written === "conflict") return refuse(conflict);
    if (written === "key-used") return earlier(key ?? "", event.action, event.input);
    return { ok: true, value: { no: record.no, seq: record.seq, state: record.state } };
  }

  /** When time itself acts next on the case; undefined when it has nothing to do there. */
  function wakesAt(procedure: Procedure, record: CaseRecord, now: number): number | undefined {
    return nextTimed(procedure, record, { ...context(procedure, system), now })?.at;
  }

  /** The answer to a request that was carried out before under the same key. */
  async function earlier(key: string, action: string, input: unknown): Promise<Answer> {
    const [row] = await db.query<{ case_no: string; seq: number; to_state: string; same: boolean }>(sql`
      select case_no, seq, to_state, action = ${action} and input = ${JSON.stringify(input ?? null)}::jsonb as same
      from case_event where city = ${city.code} and idempotency_key = ${key}`);
    if (!row) return refuse(conflict);
    return row.same ? { ok: true, value: { no: row.case_no, seq: row.seq, state: row.to_state } } : refuse(keyReused);
  }

  /** Does an action in the first of the actors' roles that may; else tells why the likeliest may not. */
  function decide(
    procedure: Procedure,
    record: CaseRecord,
    request: ActRequest,
    actors: readonly Actor[],
    linked?: Linked,
  ): Result<Applied> {
    let first: Refusal | undefined;
    for (const actor of actors) {
      const result = apply(
        procedure,
        record,
        request.action,
        request.input,
        context(procedure, actor, request, linked),
      );
      if (result.ok) return result;
      first ??= result.refusal;
    }
    return {
      ok: false,
      refusal: first ?? {
        code: "wrong-role",
        message: { zh: "您在此案所在区域没有可办理的岗位", en: "You hold no post over this case's area" },
      },
    };
  }

  /** Decided without a number, so that a refused report uses none up. No rule of an opening sees the number. */
  async function decideOpening(
    reader: Reader,
    request: OpenRequest,
  ): Promise<{ readonly ok: true; readonly value: Opening } | Refused> {
    const procedure = procedures.get(request.procedure);
    if (!procedure)
      return refuse({
        code: "unknown-action",
        message: { zh: "没有这个业务流程", en: "There is no such procedure" },
      });
    if (!(await evidenceStored(request.evidence))) return refuse(unknownEvidence);
    const action = procedure.actions[request.action];
    const grant = reader.grants.find((one) => action?.by.includes(one.role)) ?? reader.grants[0];
    const actor: Actor = grant ? actorOf(reader, grant) : { person: reader.person, role: "none" };
    const linked = await linkedBy(procedure, request.action, request.input);
    const opened = open(
      procedure,
      { city: city.code, no: "0" },
      request.action,
      request.input,
      context(procedure, actor, request, linked),
    );
    return opened.ok ? { ok: true, value: { procedure, applied: opened.value } } : refuse(opened.refusal);
  }

  return {
    load,
    wakesAt,

    /** Why a case would not be opened; undefined where it would. Nothing is written. */
    async wouldRefuse(reader: Reader, request: OpenRequest): Promise<CaseRefusal | undefined> {
      const decided = await decideOpening(reader, request);
      return decided.ok ? undefined : decided.refusal;
    },

    async open(reader: Reader, request: OpenRequest): Promise<Answer> {
      const decided = await decideOpening(reader, request);
      if (!decided.ok) return decided;
      const { procedure, applied } = decided.value;
      const no = await numbers.next(city.calendar.localDate(applied.event.at));
      const key = request.rowKey ?? personal(reader, request.key);
      return write(procedure, undefined, numbered(applied, no), key);
    },

    async act(reader: Reader, request: ActRequest): Promise<Answer> {
      if (!(await evidenceStored(request.evidence))) return refuse(unknownEvidence);
      const key = personal(reader, request.key);
      for (let attempt = 1; ; attempt += 1) {
        const record = await load(request.no, reader);
        const procedure = record && procedures.get(record.procedure);
        if (!record || !procedure) return refuse(notFound);
        if (request.seq !== undefined && request.seq !== record.seq) return staleAnswer(key, request);
        const linked = await linkedBy(procedure, request.action, request.input);
        const result = decide(procedure, record, request, actorsFor(procedure, record, reader, request.action), linked);
        if (!result.ok)
          return result.refusal.code === "wrong-state"
            ? staleAnswer(key, request, result.refusal)
            : refuse(result.refusal);
        const answer = await write(procedure, record, result.value, key);
        // Nobody said which version they saw: once more on what is there now.
        if (answer.ok || answer.refusal.code !== "conflict" || request.seq !== undefined || attempt >= 3) return answer;
      }
    },

    /**
     * Acts for somebody without an account. The invitation is asked instead of who may see the case; one that has ended
     * is told like a case that is not there.
     */
    async actAsGuest({ invitation, theirs, key, ...request }: GuestRequest): Promise<Answer> {
      for (let attempt = 1; ; attempt += 1) {
        const guest = await invited(request.no, invitation);
        const action = request.action ?? guest?.opens ?? "";
        if (!guest) return staleAnswer(key, { ...request, action }, notFound);
        if (!request.evidence.every(({ hash }) => theirs.has(hash))) return refuse(unknownEvidence);
        const { procedure, record, context: as } = guest;
        const result = apply(procedure, record, action, request.input, { ...as, evidence: request.evidence });
        if (!result.ok) return staleAnswer(key, { ...request, action }, result.refusal);
        const answer = await write(procedure, record, result.value, key);
        if (answer.ok || answer.refusal.code !== "conflict" || attempt >= 3) return answer;
      }
    },

    invited,

    /** Has the system take a step on one case that another asks for. */
    async grant({ no, action, input, asker, at, key, ...shown }: GrantRequest): Promise<Answer> {
      for (let attempt = 1; ; attempt += 1) {
        const record = await load(no);
        const procedure = record && procedures.get(record.procedure);
        if (!record || !procedure) return refuse(notFound);
        const now = Math.max(at, record.changedAt);
        const result = apply(procedure, record, action, input, { ...context(procedure, system, shown), now, asker });
        if (!result.ok) return staleAnswer(key, { action, input }, result.refusal);
        const answer = await write(procedure, record, result.value, key);
        if (answer.ok || answer.refusal.code !== "conflict" || attempt >= 3) return answer;
      }
    },

    /** Actions whose time has come, done by the system. Returns how many. */
    async tick(): Promise<number> {
      const now = options.now();
      const due = await db.query<{ record: CaseRecord }>(sql`
        select record from cases where city = ${city.code} and wakes_at <= ${new Date(now)} order by wakes_at limit 200`);
      let done = 0;
      for (const { record } of due) {
        const procedure = procedures.get(record.procedure);
        if (!procedure) continue;
        const timed = nextTimed(procedure, record, context(procedure, system));
        if (!timed || timed.at > now) continue;
        const result = apply(procedure, record, timed.action, {}, context(procedure, system));
        if (result.ok && (await write(procedure, record, result.value, undefined)).ok) done += 1;
      }
      return done;
    },

    /** The actors a reader can be on a case: their posts whose area holds it. */
    contexts(procedure: Procedure, record: CaseRecord, reader: Reader): ActContext[] {
      return grantsOver(procedure, record, reader).map((grant) => context(procedure, actorOf(reader, grant)));
    },
  };

  /** A case as somebody finds it whom this event let in; undefined once the invitation has ended. */
  async function invited(no: string, invitation: number) {
    const record = await load(no);
    const procedure = record && procedures.get(record.procedure);
    const role = procedure && guestRole(procedure, record, invitation, options.now());
    if (!procedure || role === undefined) return undefined;
    const { reads = [], opens = "" } = procedure.roles[role]?.guest ?? {};
    return { procedure, record, role, reads, opens, context: context(procedure, guestActor(role)) };
  }

  /** A phone that sends twice sees a moved case the second time: its key tells that it moved it itself. */
  async function staleAnswer(
    key: string | undefined,
    request: Pick<ActRequest, "action" | "input">,
    refusal?: CaseRefusal,
  ): Promise<Answer> {
    if (key !== undefined) {
      const before = await earlier(key, request.action, request.input);
      if (before.ok || before.refusal.code === "key-reused") return before;
    }
    return refuse(refusal ?? conflict);
  }

  function grantsOver(procedure: Procedure, record: CaseRecord, reader: Reader): ReaderGrant[] {
    const area = procedure.index(record).place?.area;
    return reader.grants.filter(
      (grant) =>
        grant.area === undefined ||
        grant.area.length <= 4 ||
        area === undefined ||
        area.startsWith(grant.area) ||
        // A bound role is held by its unit or person; the case's unit decides, not its place.
        procedure.roles[grant.role]?.bound !== undefined ||
        procedure.roles[grant.role]?.side === "field",
    );
  }

  function actorsFor(procedure: Procedure, record: CaseRecord, reader: Reader, action: string): Actor[] {
    const definition = procedure.actions[action];
    const grants = grantsOver(procedure, record, reader);
    const fitting = grants.filter((grant) => definition?.by.includes(grant.role));
    // With no fitting post, any one serves to have the refusal said.
    const chosen = fitting.length > 0 || !definition ? fitting : grants.slice(0, 1);
    return chosen
      .map((grant) => actorOf(reader, grant))
      .sort((one, other) => Number(holds(procedure, record, other)) - Number(holds(procedure, record, one)));
  }

  function holds(procedure: Procedure, record: CaseRecord, actor: Actor): boolean {
    const bound = procedure.roles[actor.role]?.bound;
    const unit = bound?.unit === undefined ? undefined : record.facts[bound.unit];
    return typeof unit !== "string" || (actor.unit !== undefined && within(unit, actor.unit));
  }
}

export type Cases = ReturnType<typeof makeCases>;

export function actorOf(reader: Reader, grant: ReaderGrant): Actor {
  return {
    person: reader.person,
    role: grant.role,
    unit: grant.unit,
    ...(grant.onBehalfOf === undefined ? {} : { onBehalfOf: grant.onBehalfOf }),
  };
}

/** An opened case under its number. */
function numbered({ record, event, effects }: Applied, no: string): Applied {
  return { record: { ...record, no }, event: { ...event, caseNo: no }, effects };
}

/** Keys are one's own: two people may pick the same. */
function personal(reader: Reader, key: string | undefined): string | undefined {
  return key === undefined ? undefined : `${reader.person}:${key}`;
}
