import type { FastifyPluginAsync } from "fastify";
import { centreRoutes } from "./centre-routes.ts";
import type { FieldContext } from "./context.ts";
import type { Field } from "./field.ts";
import { ownRoutes } from "./own-routes.ts";
import { packRoute } from "./pack-route.ts";

/** Everything of work in the street. */
export function fieldRoutes(
  field: Field,
  context: Pick<FieldContext, "city" | "directory" | "places" | "now">,
): FastifyPluginAsync {
  return async (app) => {
    await app.register(ownRoutes(field));
    await app.register(centreRoutes(field, context));
    await app.register(packRoute(field, context));
  };
}
