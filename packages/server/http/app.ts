import { randomUUID } from "node:crypto";
import cookie from "@fastify/cookie";
import rateLimit from "@fastify/rate-limit";
import { fastify, LogController, type FastifyInstance, type FastifyPluginAsync } from "fastify";
import { authenticateRequests } from "./authenticate.ts";
import { answerClientError } from "./client-error.ts";
import { answerFailures, sendFailure } from "./failures.ts";
import { cityRoute, healthRoute } from "./health.ts";
import { logRequests } from "./log.ts";
import { answerUnknown, rememberMethods } from "./not-found.ts";
import { describeRoutes, openApiRoute } from "./openapi.ts";
import { decorateRequests } from "./request.ts";
import { secure } from "./security.ts";
import type { BaseServices } from "./services.ts";
import { validateInput } from "./validate.ts";
import { serveWeb } from "./web.ts";

export interface AppOptions {
  /** The routes of each capability: `[peopleRoutes(services), caseRoutes(services), …]`. */
  readonly capabilities: readonly FastifyPluginAsync[];
  /** Where the built web application lies; absolute. None is served if absent. */
  readonly webFolder?: string;
  /** Hosts from which the browser may fetch pictures: a city's base map that wants the browser's own key. */
  readonly outsideHosts?: readonly string[];
  /** Whether to believe `X-Forwarded-*`, or whose: true only where a proxy of ours stands in front. */
  readonly trustProxy?: boolean | string;
  /** Mark the session's cookie `Secure` even where the request does not look like https. */
  readonly secureCookies?: boolean;
}

/** Bytes of JSON a request may carry; the longest form of a case takes a few thousand. Files go by multipart. */
const bodyLimit = 256 * 1024;

/** Puts the server together; it does not listen yet. */
export async function buildApp(services: BaseServices, options: AppOptions): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: services.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    trustProxy: options.trustProxy ?? false,
    genReqId: () => randomUUID(),
    // On close: answer what is under way, refuse what is new, drop idle connections.
    forceCloseConnections: "idle",
    return503OnClosing: true,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: answerClientError,
    frameworkErrors: (error, request, reply) => void sendFailure(error, request, reply),
  });
  app.decorate("secureCookies", options.secureCookies ?? false);
  // JSON alone: a form that another site posts as plain text never becomes a request of ours.
  app.removeContentTypeParser("text/plain");
  decorateRequests(app);
  validateInput(app);
  answerFailures(app);
  logRequests(app);
  const methodsOf = rememberMethods(app);
  await secure(app, options.outsideHosts ?? []);
  await app.register(cookie);
  await app.register(rateLimit, { global: false });
  await describeRoutes(app);
  app.addHook("onRequest", async (request, reply) => {
    void reply.header("x-request-id", request.id);
    if (request.routeOptions.url?.startsWith("/api/") === true) void reply.header("cache-control", "no-store");
  });
  authenticateRequests(app, services.people);
  healthRoute(app, services);
  cityRoute(app, services);
  openApiRoute(app);
  for (const capability of options.capabilities) await app.register(capability);
  if (options.webFolder !== undefined) await serveWeb(app, options.webFolder);
  answerUnknown(app, methodsOf, options.webFolder !== undefined);
  await app.ready();
  return app;
}
