import type { Problem, Words } from "@xiuhua/server/api";

/** What the server refused, or that it could not be reached (status 0). */
export class ProblemError extends Error {
  readonly problem: Problem;
  /** Milliseconds after which to come again, where the server said so. */
  readonly after: number | undefined;

  constructor(problem: Problem, after?: number) {
    super(problem.detail ?? problem.title);
    this.name = "ProblemError";
    this.problem = problem;
    this.after = after;
  }

  get status(): number {
    return this.problem.status;
  }

  /** The last part of the stable type, e.g. `wrong-state`. */
  get code(): string {
    return this.problem.type.split(":").at(-1) ?? "";
  }

  /** Faults of single fields, by JSON pointer. */
  get fields(): readonly { field: string; message: Words }[] {
    return this.problem.problems ?? [];
  }
}

export const unreachable: Problem = { type: "urn:xiuhua:problem:unreachable", title: "Unreachable", status: 0 };

/** The header `retry-after`, given in seconds, as milliseconds; dates are not read. */
export function readAfter(header: string | null | undefined): number | undefined {
  const seconds = Number(header ?? Number.NaN);
  return header === "" || !Number.isFinite(seconds) || seconds < 0 ? undefined : seconds * 1000;
}

/** Reads a problem answer; an answer of another kind (a proxy's page) keeps its status. */
export function readProblem(status: number, body: unknown): Problem {
  const about = { type: "about:blank", title: `HTTP ${status}`, status };
  if (typeof body !== "object" || body === null) return about;
  const part = (name: string): unknown => Reflect.get(body, name);
  const [type, title, detail, message, problems] = [
    part("type"),
    part("title"),
    part("detail"),
    part("message"),
    part("problems"),
  ];
  return {
    ...about,
    ...(typeof type === "string" ? { type } : {}),
    ...(typeof title === "string" ? { title } : {}),
    ...(typeof detail === "string" ? { detail } : {}),
    ...(isWords(message) ? { message } : {}),
    ...(Array.isArray(problems) ? { problems: problems.filter(isFieldProblem) } : {}),
  };
}

function isWords(value: unknown): value is Words {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "zh") === "string" &&
    typeof Reflect.get(value, "en") === "string"
  );
}

function isFieldProblem(value: unknown): value is { field: string; message: Words } {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "field") === "string" &&
    isWords(Reflect.get(value, "message"))
  );
}
