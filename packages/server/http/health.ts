import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { Problem, Words } from "../api/index.ts";
import { sql } from "../store/index.ts";
import { standardProblem } from "./problem.ts";
import type { BaseServices } from "./services.ts";

/** Milliseconds after which a silent database counts as gone. */
const patience = 3_000;

/** For the supervisor of the process: up, and able to reach its database. */
export function healthRoute(app: FastifyInstance, { db, log }: BaseServices): void {
  const schema = {
    summary: "Whether the server can do its work",
    security: [],
    response: { 200: Type.Object({ status: Type.Literal("ok") }), 503: Problem },
  };
  app.get("/api/health", { config: { public: true }, schema }, async () => {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error("The database does not answer")), patience);
    });
    try {
      await Promise.race([db.query(sql`select 1`), late]);
      return { status: "ok" };
    } catch (error) {
      log.error({ err: error }, "health: no database");
      throw standardProblem("unavailable");
    } finally {
      clearTimeout(timer);
    }
  });
}

/** Which city this is, and in which zone its times are: said before anybody logs in. */
export function cityRoute(app: FastifyInstance, { city }: BaseServices): void {
  const schema = {
    summary: "The city that is served here",
    security: [],
    response: { 200: Type.Object({ code: Type.String(), name: Words, zone: Type.String(), demo: Type.Boolean() }) },
  };
  app.get("/api/city", { config: { public: true }, schema }, () => ({
    code: city.code,
    name: { ...city.name },
    zone: city.zone,
    demo: city.demo,
  }));
}
