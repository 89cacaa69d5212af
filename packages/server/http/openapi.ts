import swagger from "@fastify/swagger";
import swaggerUi from "@fastify/swagger-ui";
import type { FastifyInstance } from "fastify";

/** Collects the routes into an OpenAPI 3.1 document, from the schemas that also check their input. */
export async function describeRoutes(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Xiuhua 绣花",
        description:
          "Every failure is an RFC 9457 problem. A browser logs in with a session cookie and sends `x-csrf-token` (from " +
          "/api/me) with every write; a program sends a personal token. Writes take an `idempotency-key`.",
        version: "0.1.0",
      },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "xiuhua_session" },
          token: { type: "http", scheme: "bearer", description: "Personal API token, xh_…" },
        },
      },
      security: [{ session: [] }, { token: [] }],
    },
    hideUntagged: false,
  });
  await app.register(swaggerUi, { routePrefix: "/docs", uiConfig: { validatorUrl: null, deepLinking: true } });
}

/** The document itself, open to anybody like the page at /docs. */
export function openApiRoute(app: FastifyInstance): void {
  app.get("/api/openapi.json", { config: { public: true }, schema: { hide: true } }, async () => app.swagger());
}
