import type { CaseRecord, Procedure } from "@xiuhua/core/procedure";
import type { CaseFilter } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { sql, type Database, type Sql } from "../store/index.ts";
import { queueTokens } from "./access.ts";
import { allOf } from "./filter.ts";
import type { Pages } from "./pages.ts";
import { columns, type ListRow } from "./queries.ts";
import type { WordSources } from "./wording.ts";

export interface ExportOptions {
  readonly db: Database;
  readonly sources: WordSources;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly pages: Pick<Pages, "where" | "asked">;
  readonly now: () => number;
}

/** A row with the case itself, where it was asked for. */
export interface ExportRow extends ListRow {
  readonly record?: CaseRecord;
}

/** Rows read from the database at a time. */
const batch = 500;

/** The rows of a list, all of them, for files. */
export function makeExports({ db, sources, procedures, pages, now }: ExportOptions) {
  const city = sources.city.code;
  const all = [...procedures.values()];

  function matching(reader: Reader, filter: CaseFilter): Sql {
    if (filter.queue !== "mine") return sql`c.city = ${city} and ${allOf(pages.where(reader, filter))}`;
    const tokens = queueTokens(reader, all, (unit) => sources.directory.below(unit));
    return sql`c.city = ${city} and ${allOf(pages.asked(filter))} and c.no in (
      select t.case_no
      from unnest(${tokens.map((one) => one.token)}::text[], ${tokens.map((one) => one.area)}::text[]) as k(token, area)
      join case_turn t on t.city = ${city} and t.token = k.token and (k.area is null or t.area like k.area || '%'))`;
  }

  return {
    sources,
    procedures,
    now,

    /** Whether there are more rows than `limit`; it stops counting there. */
    async exceeds(reader: Reader, filter: CaseFilter, limit: number): Promise<boolean> {
      const found = await db.query(sql`
        select 1 from cases c where ${matching(reader, filter)} offset ${limit} limit 1`);
      return found.length > 0;
    },

    /**
     * The rows as they are when the reading begins, newest first. Ending the loop early lets the database go.
     * @param whole with each case's record: ten times the bytes, so only where a column needs it
     */
    rows: (reader: Reader, filter: CaseFilter, whole = false): AsyncIterable<ExportRow[]> =>
      db.stream<ExportRow>(
        sql`select ${columns}${whole ? sql`, c.record` : sql``}, null as photo from cases c
          where ${matching(reader, filter)} order by c.opened_at desc, c.no desc`,
        batch,
      ),
  };
}

export type Exports = ReturnType<typeof makeExports>;
