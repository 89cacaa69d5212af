import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { UnitWork, UnitWorkQuery } from "../api/index.ts";
import { named, type CaseService } from "../cases/index.ts";
import type { Database } from "../store/index.ts";
import { countWork } from "./queries.ts";
import { workByUnit } from "./unit-work.ts";

/** What units finished in a month: what they were sent, what they found themselves and how much of it counts, praise. */
export function workRoutes(context: {
  readonly db: Database;
  readonly cases: CaseService;
  readonly now: () => number;
}): FastifyPluginAsyncTypebox {
  const { db, cases, now } = context;
  const { city, directory } = cases.sources;
  const { calendar } = city;
  const all = [...cases.procedures.values()];

  function bounds(month: string): readonly [number, number] {
    const from = calendar.atLocal(`${month}-01`, "00:00");
    return [from, calendar.add(from, { value: 1, unit: "calendar_month" })];
  }

  return async (app) => {
    app.get(
      "/api/unit-work",
      {
        schema: {
          tags: ["cases"],
          summary: "What units finished in a month: sent to them, of their own finding (with its cap), praise",
          querystring: UnitWorkQuery,
          response: { 200: UnitWork },
        },
      },
      async ({ reader, query }) => {
        const month = query.month ?? calendar.localDate(now()).slice(0, 7);
        const rows = await countWork(db, city.code, all, cases.pages.where(reader, {}), bounds(month));
        const units = [...workByUnit(rows, cases.procedures, city)].map(([id, work]) => ({
          unit: named(id, directory.unit(id)),
          ...work,
        }));
        return { month, units: units.toSorted((one, other) => other.sent + other.own - one.sent - one.own) };
      },
    );
  };
}
