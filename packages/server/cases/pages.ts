import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseCounts, CaseFilter, CaseListQuery, CasePage } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { sql, type Database, type Sql } from "../store/index.ts";
import { queueTokens, sightOf, visible } from "./access.ts";
import { conditions } from "./filter.ts";
import {
  countByRows,
  countByTally,
  countQueue,
  countQueueStates,
  listByDue,
  listByOpened,
  listQueue,
  type Cursor,
  type ListRow,
} from "./queries.ts";
import { pledged } from "./pledged.ts";
import { solvedSql } from "./solved.ts";
import { pledgeSettings } from "./pledge-settings.ts";
import { summaryOf } from "./summary.ts";
import type { WordSources } from "./wording.ts";

export interface PageOptions {
  readonly db: Database;
  readonly sources: WordSources;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly now: () => number;
}

/** Lists and counters, each limited to what the reader may see. */
export function makePages({ db, sources, procedures, now }: PageOptions) {
  const city = sources.city.code;
  const limits = sources.city.settings(pledgeSettings);
  const all = [...procedures.values()];
  const below = (unit: string) => sources.directory.below(unit);

  function where(reader: Reader, filter: CaseFilter): Sql[] {
    // Whoever opened a case is among its parties: to ask for both would have the planner believe that it finds few.
    const seen = filter.queue === "reported" ? sql`c.reporter = ${reader.person}` : visible(reader, all, below);
    return [seen, ...asked(filter)];
  }

  /** What the filter asks for, the pledges by the city's own limits. */
  function asked(filter: CaseFilter): Sql[] {
    const { pledge, pledgeUnit, solved } = filter;
    const plain = conditions(filter, now());
    if (solved !== undefined)
      plain.push(sql`c.procedure = 'enterprise-help'`, sql`${solvedSql(sources.city.zone)} = ${solved}`);
    return pledge === undefined
      ? plain
      : [...plain, pledged(pledge, pledgeUnit === "-" ? "" : pledgeUnit, limits, now())];
  }

  async function rows(
    reader: Reader,
    query: CaseListQuery,
    limit: number,
  ): Promise<(ListRow & { queued_due?: string })[]> {
    const after = cursorOf(query.after);
    const page = { city, limit, ...(after ? { after } : {}) };
    if (query.queue === "mine")
      return listQueue(db, { ...page, where: asked(query), tokens: queueTokens(reader, all, below) });
    const request = { ...page, where: where(reader, query) };
    if (query.sort === "due") return listByDue(db, request);
    return listByOpened(db, { ...request, oldestFirst: query.sort === "openedFirst" });
  }

  return {
    /** Conditions for exports and bulk reads, the same as for lists. */
    where,
    asked,

    async list(reader: Reader, query: CaseListQuery): Promise<CasePage> {
      const limit = query.limit ?? 50;
      // One more than asked tells whether there is a next page.
      const found = await rows(reader, query, limit + 1);
      const shown = found.slice(0, limit);
      const last = shown.at(-1);
      const at = now();
      return {
        items: shown.map((row) => summaryOf(sources, row, at)),
        ...(found.length > limit && last ? { next: cursorAfter(query, last) } : {}),
      };
    },

    async counts(reader: Reader, filter: CaseFilter): Promise<CaseCounts> {
      const tokens = queueTokens(reader, all, below);
      const [mine, states] = await Promise.all([countQueue(db, city, tokens, now()), countStates(reader, filter)]);
      return { mine, states };
    },
  };

  function countStates(reader: Reader, filter: CaseFilter) {
    if (filter.queue === "mine") return countQueueStates(db, city, queueTokens(reader, all, below), asked(filter));
    const narrowed = Object.entries(filter).some(
      ([key, value]) => value !== undefined && !(key === "queue" && value === "seen"),
    );
    const sight = sightOf(reader, all, below);
    if (!narrowed && sight.all) return countByTally(db, city, sight.hidden);
    // A part of the city: open cases only, unless the filter says otherwise; the closed ones are many and not asked for.
    const open = filter.open === undefined && filter.state === undefined ? [sql`not c.final`] : [];
    // Said so that no index serves it: all that somebody ever saw is far more than what is open.
    const mine = where(reader, filter).map((one, at) => (at === 0 ? sql`(${one}) is true` : one));
    return countByRows(db, city, [...mine, ...open]);
  }
}

export type Pages = ReturnType<typeof makePages>;

function cursorAfter(query: CaseListQuery, row: ListRow & { queued_due?: unknown }): string {
  const at =
    query.queue === "mine"
      ? dueText(row.queued_due)
      : query.sort === "due"
        ? new Date(row.due_at ?? 0).toISOString()
        : new Date(row.opened_at).toISOString();
  return Buffer.from(JSON.stringify([at, row.no])).toString("base64url");
}

/** A turn without a clock sorts at infinity, which is not a date to JavaScript. */
function dueText(due: unknown): string {
  return typeof due === "number" && Number.isFinite(due) ? new Date(due).toISOString() : "infinity";
}

/** A cursor that is not ours begins at the first page. */
function cursorOf(text: string | undefined): Cursor | undefined {
  if (text === undefined) return undefined;
  try {
    const value: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    if (!Array.isArray(value)) return undefined;
    const [at, no]: unknown[] = value;
    if (typeof at !== "string" || typeof no !== "string" || !/^(infinity|\d{4}-\d\d-\d\dT[\d:.]+Z)$/.test(at))
      return undefined;
    return { at, no };
  } catch {
    return undefined;
  }
}
