import type { CaseRecord, Procedure } from "@xiuhua/core/procedure";
import { isLate, jointUnits, turnsOf, type CaseIndex, type Turn } from "@xiuhua/core/procedure";
import { searchTerms } from "./search-terms.ts";

/** The columns of table `cases` for one case, as JSON: instants in ISO 8601, absent values null. */
export interface CaseRow {
  readonly no: string;
  readonly procedure: string;
  readonly version: number;
  readonly seq: number;
  readonly state: string;
  readonly final: boolean;
  readonly opened_at: string;
  readonly changed_at: string;
  readonly title: string;
  readonly type: string | null;
  readonly source: string | null;
  readonly district: string | null;
  readonly area: string | null;
  readonly cell: string | null;
  readonly place_text: string | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly department: string | null;
  readonly reporter: string | null;
  readonly component: string | null;
  readonly parties: readonly string[];
  readonly requests: readonly string[];
  readonly overran: readonly string[];
  readonly warn_at: string | null;
  readonly due_at: string | null;
  readonly wakes_at: string | null;
  /** This and the rest up to `lacks_lead`: of unfinished cases alone, for the pledges. */
  readonly turn_since: string | null;
  /** The unit whose turn it is; empty where it waits for a post of the centre, null where it waits for nobody. */
  readonly waits_for: string | null;
  readonly held_until: string | null;
  readonly passed_on: readonly string[];
  readonly joint: readonly string[];
  /** Handled jointly, and no lead unit is named. */
  readonly lacks_lead: boolean;
  readonly terms: string;
  readonly record: CaseRecord;
}

export interface TurnRow {
  readonly token: string;
  readonly request: string;
  readonly area: string | null;
  readonly warn_at: string;
  readonly due_at: string;
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

/** What a case is found by. Nothing confidential has a place there: it stands on no map and near nothing. */
export function indexOf(procedure: Procedure, record: CaseRecord): CaseIndex {
  const { place, component, ...index } = procedure.index(record);
  if (procedure.confidential) return index;
  return {
    ...index,
    ...(place === undefined ? {} : { place }),
    ...(component === undefined ? {} : { component }),
  };
}

function leadOf(procedure: Procedure, record: CaseRecord): unknown {
  return procedure.joint && record.facts[procedure.joint.lead];
}

/** What lists and queues need of a case: a projection that can be made again from the record at any time. */
export function rowOf(procedure: Procedure, record: CaseRecord, wakesAt: number | undefined): CaseRow {
  const index = indexOf(procedure, record);
  const clock = nearestClock(record);
  const state = procedure.states[record.state];
  const final = state?.final === true;
  const turn = turnsOf(procedure, record).find((one) => one.request === undefined);
  const joint = jointUnits(procedure, record);
  const held = state?.heldUntil === undefined ? undefined : record.facts[state.heldUntil];
  return {
    no: record.no,
    procedure: record.procedure,
    version: record.version,
    seq: record.seq,
    state: record.state,
    final,
    opened_at: new Date(record.openedAt).toISOString(),
    changed_at: new Date(record.changedAt).toISOString(),
    title: index.title,
    type: index.type ?? null,
    source: index.source ?? null,
    district: index.place?.area?.slice(0, 6) ?? null,
    area: index.place?.area ?? null,
    cell: index.place?.cell ?? null,
    place_text: index.place?.text ?? null,
    lng: index.place?.lng ?? null,
    lat: index.place?.lat ?? null,
    department: index.department ?? null,
    reporter: index.reporter ?? null,
    component: index.component ?? null,
    parties: record.parties,
    requests: Object.keys(record.requests),
    overran: Object.entries(record.clocks).flatMap(([name, one]) =>
      one && isLate(one, record.changedAt) ? [name] : [],
    ),
    warn_at: iso(clock?.warn),
    due_at: iso(clock?.due),
    wakes_at: final ? null : iso(wakesAt),
    turn_since: final ? null : iso(record.turnSince),
    waits_for: turn ? (turn.unit ?? "") : null,
    held_until: typeof held === "number" ? iso(held) : null,
    passed_on: final ? [] : (record.passedOn ?? []),
    joint: final ? [] : joint,
    lacks_lead: !final && joint.length > 0 && leadOf(procedure, record) === undefined,
    terms: searchTerms([record.no, index.title, index.place?.text ?? ""].join(" ")),
    record,
  };
}

/** One row for each whom the case waits for. A turn without a running clock sorts last. */
export function turnRows(procedure: Procedure, record: CaseRecord): TurnRow[] {
  const clock = nearestClock(record);
  const area = indexOf(procedure, record).place?.area ?? null;
  const rows = turnsOf(procedure, record).map((turn) => ({
    token: tokenOf(turn),
    request: turn.request ?? "",
    area,
    warn_at: iso(clock?.warn) ?? "infinity",
    due_at: iso(clock?.due) ?? "infinity",
  }));
  return [...new Map(rows.map((row) => [`${row.token} ${row.request}`, row])).values()];
}

/** The key under which a turn is queued: `role#person`, `role@unit`, or the role alone. */
export function tokenOf(turn: Pick<Turn, "role" | "unit" | "person">): string {
  if (turn.person !== undefined) return `${turn.role}#${turn.person}`;
  return turn.unit === undefined ? turn.role : `${turn.role}@${turn.unit}`;
}

/** Of the clocks that run, the one that runs out first. */
export function nearestClock(record: CaseRecord) {
  let nearest: { due: number; warn: number | undefined } | undefined;
  for (const clock of Object.values(record.clocks))
    if (clock?.status === "running" && clock.due !== undefined && (!nearest || clock.due < nearest.due))
      nearest = { due: clock.due, warn: clock.warn };
  return nearest;
}
