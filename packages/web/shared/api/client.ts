import { ProblemError, readAfter, readProblem, unreachable } from "./problem.ts";

type QueryValue = string | number | boolean | readonly string[] | undefined;
export type Query = Readonly<Record<string, QueryValue>>;

/** The proof that a write comes from our own page; known once `/me` has answered. */
let csrf: string | undefined;
const whenLoggedOut = new Set<() => void>();

export function setCsrf(token: string | undefined): void {
  csrf = token;
}

/** For what writes by other means than `send`. */
export const csrfToken = (): string | undefined => csrf;

/** Calls back whenever the server says that nobody is logged in; returns the way to stop. */
export function onLoggedOut(listener: () => void): () => void {
  whenLoggedOut.add(listener);
  return () => whenLoggedOut.delete(listener);
}

/** The address of an endpoint, lists as repeated keys, absent parts left out. */
export function address(path: string, query: Query = {}): string {
  const params = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) {
    if (value === undefined || value === "") continue;
    if (typeof value === "object") for (const one of value) params.append(key, one);
    else params.set(key, String(value));
  }
  const search = params.toString();
  return `/api${path}${search ? `?${search}` : ""}`;
}

async function call<Answer>(path: string, init: RequestInit): Promise<Answer> {
  const response = await good(path, init);
  const text = await response.text().catch(lost);
  return text === "" ? JSON.parse("null") : parsed(text);
}

/** The answer, its body not read yet; throws `ProblemError` when it is a refusal. */
async function good(path: string, init: RequestInit): Promise<Response> {
  const response = await fetch(path, { credentials: "same-origin", ...init }).catch(lost);
  if (response.ok) return response;
  const text = await response.text().catch(lost);
  const after = readAfter(response.headers.get("retry-after"));
  const problem = new ProblemError(readProblem(response.status, parseQuietly(text)), after);
  if (problem.status === 401 && !path.endsWith("/session")) for (const tell of whenLoggedOut) tell();
  throw problem;
}

/** Giving up is the caller's own doing; anything else means that nobody was reached. */
function lost(error: unknown): never {
  if (error instanceof DOMException && error.name === "AbortError") throw error;
  throw new ProblemError(unreachable);
}

/** A good answer that is no JSON comes from somebody between us and the server: a hotel's log-in page, say. */
function parsed(text: string) {
  try {
    return JSON.parse(text);
  } catch {
    throw new ProblemError(unreachable);
  }
}

function parseQuietly(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Reads; throws `ProblemError` when the server refuses. */
export function get<Answer>(path: string, query?: Query, signal?: AbortSignal): Promise<Answer> {
  return call<Answer>(address(path, query), {
    headers: { accept: "application/json" },
    ...(signal ? { signal } : {}),
  });
}

/**
 * Writes. Each call bears a fresh idempotency key; pass `key` to repeat one write safely.
 * A `FormData` body goes as it is, anything else as JSON.
 */
export function send<Answer = null>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  body?: unknown,
  key: string = crypto.randomUUID(),
  signal?: AbortSignal,
): Promise<Answer> {
  const form = body instanceof FormData;
  return call<Answer>(address(path), {
    method,
    headers: {
      accept: "application/json",
      "idempotency-key": key,
      ...(csrf === undefined ? {} : { "x-csrf-token": csrf }),
      ...(body === undefined || form ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
}

/** Sends a form whose answer is a file or comes bit by bit; throws `ProblemError` when the server refuses. */
export function sendForm(path: string, body: FormData, signal?: AbortSignal): Promise<Response> {
  return good(address(path), {
    method: "POST",
    headers: csrf === undefined ? {} : { "x-csrf-token": csrf },
    body,
    ...(signal ? { signal } : {}),
  });
}
