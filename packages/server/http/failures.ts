import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { ErrorCode } from "./errors.ts";
import { ProblemAnswer, problemBody, standardProblem } from "./problem.ts";

/** Fastify's own refusals by their code; see its Reference/Errors. */
const ownErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: "too-large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "wrong-media-type",
  FST_ERR_CTP_INVALID_JSON_BODY: "bad-json",
  FST_ERR_CTP_EMPTY_JSON_BODY: "bad-json",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "bad-request",
};

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: "not-logged-in",
  404: "not-found",
  405: "method-not-allowed",
  413: "too-large",
  415: "wrong-media-type",
  429: "too-many-requests",
  503: "unavailable",
};

/** Whatever goes wrong leaves as a problem answer; what we did not foresee says nothing of our insides. */
export function answerFailures(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => sendFailure(error, request, reply));
}

export function sendFailure(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const answer = answerTo(error);
  // Only the unforeseen is a fault of ours and goes into the log with its stack.
  if (answer.code === "internal") request.log.error({ err: error }, "unexpected failure");
  if (answer.retryAfter !== undefined) void reply.header("retry-after", Math.max(1, Math.ceil(answer.retryAfter)));
  if (answer.allow !== undefined) void reply.header("allow", answer.allow.join(", "));
  return (
    reply
      .code(answer.statusCode)
      .header("cache-control", "no-store")
      .type("application/problem+json; charset=utf-8")
      // Past the route's own response schema, which knows nothing of this failure.
      .serializer(JSON.stringify)
      .send(problemBody(answer, request.language, request.id))
  );
}

function answerTo(error: unknown): ProblemAnswer {
  if (error instanceof ProblemAnswer) return error;
  const code = property(error, "code");
  const own = typeof code === "string" ? ownErrors[code] : undefined;
  if (own !== undefined) return standardProblem(own);
  const status = property(error, "statusCode");
  if (typeof status === "number" && status >= 400 && status < 500)
    return standardProblem(byStatus[status] ?? "bad-request");
  return standardProblem(status === 503 ? "unavailable" : "internal");
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
