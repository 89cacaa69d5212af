import type { FastifyInstance, FastifyRequest } from "fastify";
import { standardProblem } from "./problem.ts";

type Limit = (request: FastifyRequest) => Promise<void>;

/** A hook that lets one person in so often a minute, and tells whoever comes more often when to come again. */
export function limitByPerson(app: FastifyInstance, name: string, perMinute: number): Limit {
  return limitBy(app, perMinute, (request) => `${name} ${request.reader.person}`);
}

/** The same by address, for what is open to anybody: a whole building may come in behind one. */
export function limitByAddress(app: FastifyInstance, name: string, perMinute: number): Limit {
  return limitBy(app, perMinute, (request) => `${name} ${request.ip}`);
}

function limitBy(app: FastifyInstance, perMinute: number, keyGenerator: (request: FastifyRequest) => string): Limit {
  const check = app.createRateLimit({ max: perMinute, timeWindow: "1 minute", keyGenerator });
  return async (request) => {
    const result = await check(request);
    if (!result.isAllowed && result.isExceeded)
      throw standardProblem("too-many-requests", { retryAfter: result.ttlInSeconds });
  };
}
