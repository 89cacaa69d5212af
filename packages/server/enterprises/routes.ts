import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { EnterpriseBoard, type SolvedCounts } from "../api/index.ts";
import { named, type CaseService } from "../cases/index.ts";
import type { Database } from "../store/index.ts";
import { countSolved, type Heart, type SolvedRow } from "./queries.ts";

/** 助企纾困: how the problems that enterprises brought up were solved, and what they say of it. */
export function enterpriseRoutes(context: {
  readonly db: Database;
  readonly cases: CaseService;
  readonly now: () => number;
}): FastifyPluginAsyncTypebox {
  const { db, cases, now } = context;
  const { city, directory } = cases.sources;

  return async (app) => {
    app.get(
      "/api/enterprises",
      {
        schema: {
          tags: ["cases"],
          summary: "Enterprises' problems that this person may see: solved early, in time, late; by unit and month",
          response: { 200: EnterpriseBoard },
        },
      },
      async ({ reader }): Promise<EnterpriseBoard> => {
        const rows = await countSolved(db, city.code, cases.pages.where(reader, {}), city.zone);
        return {
          asOf: new Date(now()).toISOString(),
          total: countsOf(rows),
          units: [...grouped(rows, (row) => row.unit ?? "")]
            .map(([unit, of]) => ({
              ...(unit === "" ? {} : { unit: named(unit, directory.unit(unit)) }),
              ...countsOf(of),
            }))
            .toSorted((one, other) => other.total - one.total),
          months: [...grouped(rows, (row) => row.month)]
            .toSorted(([one], [other]) => (one < other ? -1 : 1))
            .map(([month, of]) => ({ month, ...between(month), ...countsOf(of) })),
          marks: marksOf(rows),
        };
      },
    );
  };

  /** The month from its first instant in the city to the first of the next. */
  function between(month: string): { from: string; to: string } {
    const [year = 0, number = 1] = month.split("-").map(Number);
    const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, "0")}`;
    const first = (of: string) => new Date(city.calendar.atLocal(`${of}-01`, "00:00")).toISOString();
    return { from: first(month), to: first(next) };
  }
}

function countsOf(rows: readonly SolvedRow[]): SolvedCounts {
  const counts = { total: 0, early: 0, inTime: 0, late: 0, open: 0, merged: 0 };
  for (const { outcome, count } of rows) {
    counts[outcome] += count;
    counts.total += count;
  }
  return counts;
}

function marksOf(rows: readonly SolvedRow[]): EnterpriseBoard["marks"] {
  const answered = rows.reduce((sum, row) => sum + row.answered, 0);
  if (answered === 0) return { answered };
  const mean = (heart: Heart) =>
    Math.round((rows.reduce((sum, row) => sum + (row[heart] ?? 0), 0) / answered) * 100) / 100;
  return {
    answered,
    easier: mean("easier"),
    safer: mean("safer"),
    smoother: mean("smoother"),
    rooted: mean("rooted"),
  };
}

function grouped(rows: readonly SolvedRow[], keyOf: (row: SolvedRow) => string): Map<string, SolvedRow[]> {
  const groups = new Map<string, SolvedRow[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return groups;
}
