import type { FastifyBaseLogger, FastifyInstance, FastifyRequest } from "fastify";
import { pino, stdSerializers, type DestinationStream } from "pino";

export interface LogOptions {
  /** pino's levels; `silent` for none. `info` unless said. */
  readonly level?: string;
  /** Where lines go; standard output unless said. */
  readonly stream?: DestinationStream;
}

/** Names under which a secret could be handed to the log; a last net, for we log none. */
const secretKeys = ["password", "current", "next", "token", "csrf", "cookie", "authorization", "secret"];
const redacted = ["", "*.", "*.*."].flatMap((depth) => [
  ...secretKeys.map((key) => `${depth}${key}`),
  `${depth}["set-cookie"]`.replace(".[", "["),
  `${depth}["x-csrf-token"]`.replace(".[", "["),
]);

/** The program's log: JSON lines, without any password, cookie or token. */
export function makeLog(options: LogOptions = {}): FastifyBaseLogger {
  const settings = {
    level: options.level ?? "info",
    base: null,
    redact: { paths: redacted, censor: "[redacted]" },
    serializers: {
      req: describeRequest,
      // pino writes an Error in words under `err` only; elsewhere it would be an empty object.
      error: stdSerializers.err,
      res: (reply: { statusCode?: number }) => ({ status: reply.statusCode }),
    },
  };
  // Written beside the requests, several lines at once when there are many; on exit what waits is written first.
  return pino(settings, options.stream ?? pino.destination({ dest: 1, sync: false }));
}

/** Addresses that are a key themselves: whoever reads one may come in by it. */
const keyInAddress = /^(\/(?:api\/links|portal\/t)\/)[^/]+/;

/** A request without its headers, without its query, which may hold what somebody searched for, and without keys. */
function describeRequest({ method, url, ip }: Partial<FastifyRequest>) {
  return { method, path: url?.split("?")[0]?.replace(keyInAddress, "$1…"), ip };
}

/** One line for each answered request: writes and failures at `info`, mere reading at `debug`. */
export function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    const reading = request.method === "GET" || request.method === "HEAD";
    const level = reply.statusCode >= 500 ? "error" : reading && reply.statusCode < 400 ? "debug" : "info";
    request.log[level](
      {
        req: request,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime),
        ...(request.access === null ? {} : { person: request.access.reader.person }),
      },
      "answered",
    );
  });
}
