import type { FastifyPluginAsync } from "fastify";
import type { BaseServices } from "../http/index.ts";
import { grantRoutes } from "./routes/grants.ts";
import { meRoutes } from "./routes/me.ts";
import { personRoutes } from "./routes/persons.ts";
import { sessionRoutes } from "./routes/session.ts";
import { shiftRoutes } from "./routes/shifts.ts";
import { unitRoutes } from "./routes/units.ts";

/** Log-in, one's own settings, the organisation and its people. */
export function peopleRoutes(services: BaseServices): FastifyPluginAsync {
  return async (app) => {
    for (const routes of [sessionRoutes, meRoutes, unitRoutes, personRoutes, grantRoutes, shiftRoutes])
      await app.register(routes(services));
  };
}
