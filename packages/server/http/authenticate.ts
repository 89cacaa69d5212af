import { timingSafeEqual } from "node:crypto";
import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Access, People } from "../people/index.ts";
import { sessionCookie } from "./cookie.ts";
import { standardProblem } from "./problem.ts";

const reading: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Asks everybody under /api who they are, before anything of the body is read. Routes marked `public` are open, and an
 * address that does not exist is told as such to anybody.
 */
export function authenticateRequests(app: FastifyInstance, people: People): void {
  app.addHook("onRequest", async (request) => {
    // The route's own address, not the one that was sent: `/%61pi/…` leads to the same place.
    const { url, config } = request.routeOptions;
    if (url?.startsWith("/api/") !== true || config.public === true) return;
    const access = await accessOf(request, people);
    if (access === undefined) throw standardProblem("not-logged-in");
    request.access = access;
    if (access.via === "session" && !reading.has(request.method)) checkCsrf(request, access.csrf);
  });
}

/** A bearer token, if there is one, counts alone: a browser's cookie never rides along with it. */
async function accessOf(request: FastifyRequest, people: People): Promise<Access | undefined> {
  const { authorization } = request.headers;
  if (authorization !== undefined) {
    const token = /^bearer +(xh_[\w-]{1,100})$/i.exec(authorization)?.[1];
    return token === undefined ? undefined : people.readerOfToken(token);
  }
  const session = sessionCookie(request);
  return session === undefined ? undefined : people.readerOfSession(session);
}

/** A session's cookie is sent by the browser itself; this header only our own page can set. */
function checkCsrf(request: FastifyRequest, expected: string): void {
  const sent = request.headers["x-csrf-token"];
  if (typeof sent === "string") {
    const [one, other] = [Buffer.from(sent), Buffer.from(expected)];
    if (one.length === other.length && timingSafeEqual(one, other)) return;
  }
  throw standardProblem("wrong-csrf");
}
