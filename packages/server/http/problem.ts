import type { FieldProblem, RefusalCode, Words } from "@xiuhua/core/procedure";
import type { Problem } from "../api/index.ts";
import { errors, headingOf, type ErrorCode } from "./errors.ts";
import type { Language } from "./language.ts";

/**
 * A problem answer on its way out. It is thrown, because that is the one way which leads out of every hook and handler
 * of Fastify alike; the error handler sends it. Inside the capabilities a refusal stays a value.
 */
export class ProblemAnswer extends Error {
  readonly statusCode: number;
  readonly code: string;
  readonly words: Words;
  readonly problems: readonly FieldProblem[] | undefined;
  /** Header `retry-after`, in seconds. */
  readonly retryAfter: number | undefined;
  /** Header `allow`. */
  readonly allow: readonly string[] | undefined;

  constructor(status: number, code: string, words: Words, details: ProblemDetails = {}) {
    super(words.en);
    this.name = "ProblemAnswer";
    this.statusCode = status;
    this.code = code;
    this.words = words;
    this.problems = details.problems;
    this.retryAfter = details.retryAfter;
    this.allow = details.allow;
  }
}

export interface ProblemDetails {
  readonly problems?: readonly FieldProblem[];
  readonly retryAfter?: number;
  readonly allow?: readonly string[];
}

/**
 * A problem answer (RFC 9457) with a sentence of one's own, to be thrown.
 * @param code last part of the stable type, such as `wrong-state`
 * @example throw problem(404, "not-found", { zh: "没有这个人员", en: "There is no such person" });
 */
export function problem(
  status: number,
  code: string,
  message: Words,
  problems?: readonly FieldProblem[],
): ProblemAnswer {
  return new ProblemAnswer(status, code, message, problems === undefined ? {} : { problems });
}

/** A problem answer whose sentence stands in the table of errors. */
export function standardProblem(code: ErrorCode, details?: ProblemDetails): ProblemAnswer {
  const { status, message, title } = errors[code];
  return new ProblemAnswer(status, code, message ?? title, details);
}

/** A typed no from a capability: the engine's, the journal's, or that there is no such thing. */
export interface AnyRefusal {
  readonly code: RefusalCode | "conflict" | "not-found";
  readonly message: Words;
  readonly problems?: readonly FieldProblem[];
}

/**
 * Answers with a refusal: `if (!result.ok) return refuse(reply, result.refusal)`. Never comes back; `reply` is there to
 * say at the call that this ends the request.
 */
export function refuse(_reply: unknown, refusal: AnyRefusal): never {
  throw problem(errors[refusal.code].status, refusal.code, refusal.message, refusal.problems);
}

/** The body of a problem answer, in the reader's language. */
export function problemBody(answer: ProblemAnswer, language: Language, requestId: string): Problem {
  return {
    type: `urn:xiuhua:problem:${answer.code}`,
    title: headingOf(answer.code, answer.statusCode)[language],
    status: answer.statusCode,
    detail: answer.words[language],
    instance: `urn:xiuhua:request:${requestId}`,
    message: answer.words,
    ...(answer.problems === undefined ? {} : { problems: answer.problems.map((one) => ({ ...one })) }),
  };
}
