import type { CaseRecord, Procedure } from "@xiuhua/core/procedure";
import { searchQuery } from "../cases/index.ts";
import { sql, type Queryable, type Sql } from "../store/index.ts";

export interface Place {
  readonly at: string;
  readonly no: string;
}

interface Row {
  readonly no: string;
  readonly record: CaseRecord;
}

/**
 * Published cases of one procedure, newest first. Each state is the beginning of one range of an index, so that a page
 * costs the same in a city of any size. What an index makes findable (number, title, place) is public wherever a
 * procedure publishes; a test holds every procedure to that.
 */
export function publishedPage(
  db: Queryable,
  city: string,
  procedure: Procedure,
  { q, after, limit }: { readonly q?: string; readonly after?: Place; readonly limit: number },
): Promise<Row[]> {
  const from = after ? sql`and (c.opened_at, c.no) < (${after.at}::timestamptz, ${after.no}::text)` : sql.empty;
  const ranges = (procedure.publishes ?? []).map(
    (state) => sql`(
      select c.no, c.opened_at, c.record from cases c
      where c.city = ${city} and c.procedure = ${procedure.id} and c.state = ${state}
        ${procedure.states[state]?.final ? sql.empty : sql`and not c.final`} ${from} ${found(q)}
      order by c.opened_at desc, c.no desc limit ${limit})`,
  );
  return db.query<Row>(sql`
    select p.no, p.record from (${sql.join(ranges, sql` union all `)}) p
    order by p.opened_at desc, p.no desc limit ${limit}`);
}

function found(q: string | undefined): Sql {
  if (q === undefined || q.trim() === "") return sql.empty;
  const query = searchQuery(q);
  return query === "" ? sql`and false` : sql`and c.search @@ ${query}::tsquery`;
}
