import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { PledgeBoard, PledgeQuery } from "../api/index.ts";
import { named, pledgeSettings, type CaseService } from "../cases/index.ts";
import type { Database } from "../store/index.ts";
import { countPledges, type PledgeRow } from "./queries.ts";

/** 四个决不: who has not kept which of the four pledges, over all procedures or one. */
export function pledgeRoutes(context: {
  readonly db: Database;
  readonly cases: CaseService;
  readonly now: () => number;
}): FastifyPluginAsyncTypebox {
  const { db, cases, now } = context;
  const { city, directory } = cases.sources;
  const limits = city.settings(pledgeSettings);

  return async (app) => {
    app.get(
      "/api/pledges",
      {
        schema: {
          tags: ["cases"],
          summary: "Pledges not kept in unfinished cases, by unit: dragged, pushed, dropped, shirked",
          querystring: PledgeQuery,
          response: { 200: PledgeBoard },
        },
      },
      async ({ reader, query }) => {
        const at = now();
        const seen = cases.pages.where(reader, query);
        const rows = await countPledges(db, city.code, seen, limits, at);
        const units = rows.flatMap(({ unit, ...row }) =>
          unit === null ? [] : [{ ...(unit === "" ? {} : { unit: named(unit, directory.unit(unit)) }), ...row }],
        );
        return {
          asOf: new Date(at).toISOString(),
          limits,
          units: units.toSorted((one, other) => broken(other) - broken(one)),
          total: totalOf(rows),
        };
      },
    );
  };
}

type Counts = Omit<PledgeRow, "unit">;

const broken = (row: Counts): number => row.dragged + row.pushed + row.dropped + row.shirked;

function totalOf(rows: readonly PledgeRow[]): Counts {
  const { unit: _unit, ...total } = rows.find((row) => row.unit === null) ?? nothing;
  return total;
}

const nothing: PledgeRow = { unit: null, open: 0, dragged: 0, pushed: 0, dropped: 0, shirked: 0 };
