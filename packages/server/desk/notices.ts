import type { Notice, Words } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { sql } from "../store/index.ts";
import type { DeskContext } from "./context.ts";

export interface NoticeQuery {
  readonly unread?: boolean;
  readonly limit: number;
  /** Id of the last notice of the page before. */
  readonly after?: string;
}

interface Row {
  readonly id: string;
  readonly case_no: string | null;
  readonly message: Words;
  readonly at: number;
  readonly read_at: number | null;
}

const iso = (at: number) => new Date(at).toISOString();

/** What cases had to tell a person. The outbox writes them. */
export function makeNotices({ db, city, now }: DeskContext) {
  return {
    /** Newest first; an `after` that is not one's own gives nothing. */
    async list(reader: Reader, { unread, limit, after }: NoticeQuery): Promise<Notice[]> {
      const mine = sql`city = ${city} and person = ${reader.person}`;
      const rows = await db.query<Row>(sql`
        select id, case_no, message, at, read_at from notice
        where ${mine} ${unread === undefined ? sql.empty : sql`and (read_at is null) = ${unread}::boolean`}
          ${after === undefined ? sql.empty : sql`and (at, id) < (select at, id from notice where ${mine} and id = ${after})`}
        order by at desc, id desc limit ${limit}`);
      return rows.map((row) => ({
        id: row.id,
        ...(row.case_no === null ? {} : { caseNo: row.case_no }),
        message: row.message,
        at: iso(row.at),
        ...(row.read_at === null ? {} : { readAt: iso(row.read_at) }),
      }));
    },

    /** Marks these, or all, as read. Those of others, and those read before, stay as they are. Returns how many. */
    async read(reader: Reader, ids: readonly string[] | undefined): Promise<number> {
      const rows = await db.query(sql`
        update notice set read_at = ${new Date(now())}
        where city = ${city} and person = ${reader.person} and read_at is null
          ${ids === undefined ? sql.empty : sql`and id = any(${ids}::text[])`}
        returning id`);
      return rows.length;
    },
  };
}

export type Notices = ReturnType<typeof makeNotices>;
