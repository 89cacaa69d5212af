import type { Pledge, PledgeLimits } from "@xiuhua/core/indicators";
import { sql, type Sql } from "../store/index.ts";

const day = 24 * 3600 * 1000;

/**
 * The four pledges (`core/indicators/pledges.ts`) as conditions on an unfinished case (alias `c`), for lists and for the
 * board alike. `unit` is whose pledge it is: of one case several units may have broken one.
 */
export function pledgeSql(limits: PledgeLimits, now: number) {
  const before = (days: number) => new Date(now - days * day);
  return {
    /** The unit that it lies with, at rest or not; empty for the centre's own posts. */
    unit: sql`coalesce(c.waits_for, c.department, '')`,
    dragged: sql`(c.waits_for is not null and c.due_at < ${new Date(now)})`,
    dropped: sql`(case when c.held_until is not null then c.turn_since < ${before(limits.heldDays)}
      else c.waits_for is not null and c.turn_since < ${before(limits.idleDays)} end)`,
    shirked: sql`(c.lacks_lead and c.turn_since < ${before(limits.leadDays)})`,
  };
}

/** The unfinished cases in which a pledge was broken: by this unit, or by any. */
export function pledged(pledge: Pledge, unit: string | undefined, limits: PledgeLimits, now: number): Sql {
  const parts = pledgeSql(limits, now);
  const by = (named: Sql) => (unit === undefined ? sql`true` : named);
  switch (pledge) {
    case "dragged":
      return sql`(not c.final and ${parts.dragged} and ${by(sql`${parts.unit} = ${unit ?? ""}`)})`;
    case "dropped":
      return sql`(not c.final and ${parts.dropped} and ${by(sql`${parts.unit} = ${unit ?? ""}`)})`;
    case "pushed":
      return sql`(not c.final and c.passed_on <> '{}' and ${by(sql`${unit ?? ""} = any(c.passed_on)`)})`;
    case "shirked":
      return sql`(not c.final and ${parts.shirked} and ${by(sql`${unit ?? ""} = any(c.joint)`)})`;
  }
}
