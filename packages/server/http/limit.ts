import type { FastifyInstance, FastifyRequest } from "fastify";
import { standardProblem } from "./problem.ts";

/** A hook that lets one person in so often a minute, and tells whoever comes more often when to come again. */
export function limitByPerson(app: FastifyInstance, name: string, perMinute: number) {
  const check = app.createRateLimit({
    max: perMinute,
    timeWindow: "1 minute",
    keyGenerator: (request) => `${name} ${request.reader.person}`,
  });
  return async (request: FastifyRequest): Promise<void> => {
    const result = await check(request);
    if (!result.isAllowed && result.isExceeded)
      throw standardProblem("too-many-requests", { retryAfter: result.ttlInSeconds });
  };
}
