import type { Catalogue } from "@xiuhua/core/catalogue";
import type { TypeSuggestion } from "../api/index.ts";
import type { Reader } from "../people/index.ts";
import { sql } from "../store/index.ts";
import { day, type FieldContext } from "./context.ts";

/** What counts as lately, and how many of the newest are looked at: both our own choice. */
const lately = 90 * day;
const mostLooked = 200;

/** How many are told: as many as fit on a phone above the fold, and as many again. */
const mostTold = 12;

/** After so long a report weighs half. */
const halfLife = 14 * day;

export interface Reported {
  readonly type: string;
  readonly at: number;
  /** By this person; otherwise by anybody in the cell. */
  readonly mine: boolean;
  readonly here: boolean;
}

/** Types by how likely the next report is one: what was reported here counts double, older reports less and less. */
export function rankTypes(
  reports: readonly Reported[],
  now: number,
): { readonly type: string; readonly mine: number; readonly here: number }[] {
  const found = new Map<string, { mine: number; here: number; weight: number }>();
  for (const report of reports) {
    const entry = found.get(report.type) ?? { mine: 0, here: 0, weight: 0 };
    entry.mine += report.mine ? 1 : 0;
    entry.here += report.here ? 1 : 0;
    entry.weight += 2 ** (-Math.max(0, now - report.at) / halfLife) * ((report.mine ? 1 : 0) + (report.here ? 2 : 0));
    found.set(report.type, entry);
  }
  return [...found]
    .toSorted(([one, a], [other, b]) => b.weight - a.weight || (one < other ? -1 : 1))
    .map(([type, { mine, here }]) => ({ type, mine, here }));
}

/** Types that a collector is likely to report at a point. */
export function makeSuggestions({ db, city, places, now }: FieldContext, catalogue: Catalogue) {
  return async function suggest(
    reader: Reader,
    point: { readonly lng: number; readonly lat: number } | undefined,
  ): Promise<TypeSuggestion[]> {
    const cell = point && places.locate(point.lng, point.lat)?.cell;
    const since = new Date(now() - lately);
    const newest = sql`and c.opened_at > ${since} and c.type is not null order by c.opened_at desc limit ${mostLooked}`;
    const reports = await db.query<Reported>(sql`
      select type, opened_at as at, bool_or(mine) as mine, bool_or(here) as here from (
        (select c.no, c.type, c.opened_at, true as mine, coalesce(c.cell = ${cell ?? null}, false) as here from cases c
          where c.city = ${city.code} and c.reporter = ${reader.person} ${newest})
        union all
        (select c.no, c.type, c.opened_at, false, true from cases c
          where c.city = ${city.code} and c.cell = ${cell ?? null}::text ${newest})
      ) r group by no, type, opened_at`);
    return rankTypes(reports, now())
      .flatMap(({ type, mine, here }) => {
        const known = catalogue.type(type);
        return known ? [{ code: known.code, name: known.matter, mine, here }] : [];
      })
      .slice(0, mostTold);
  };
}
