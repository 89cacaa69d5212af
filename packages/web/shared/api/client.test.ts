import { afterEach, expect, test, vi } from "vitest";
import { address, get, onLoggedOut, send, setCsrf } from "./client.ts";
import { ProblemError, readProblem } from "./problem.ts";

const answer = (status: number, body?: unknown) =>
  vi.fn<typeof fetch>(() =>
    Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status })),
  );

afterEach(() => {
  vi.unstubAllGlobals();
  setCsrf(undefined);
});

test("an address repeats lists and leaves out what is absent", () => {
  expect(address("/cases", { state: ["a", "b"], open: false, text: "井盖 & 路", after: undefined, area: "" })).toBe(
    "/api/cases?state=a&state=b&open=false&text=%E4%BA%95%E7%9B%96+%26+%E8%B7%AF",
  );
});

test("a write bears the token, a fresh key and JSON", async () => {
  const fetched = answer(200, { no: "1" });
  vi.stubGlobal("fetch", fetched);
  setCsrf("proof");
  await send("POST", "/cases", { input: 1 });
  await send("POST", "/cases", { input: 1 });
  const headers = fetched.mock.calls.map(([, init]) => new Headers(init?.headers));
  expect(headers[0]?.get("x-csrf-token")).toBe("proof");
  expect(headers[0]?.get("content-type")).toBe("application/json");
  expect(headers[0]?.get("idempotency-key")).toMatch(/^[0-9a-f-]{36}$/);
  expect(headers[0]?.get("idempotency-key")).not.toBe(headers[1]?.get("idempotency-key"));
});

test("a write without a body and an answer without one are both fine", async () => {
  const fetched = answer(204);
  vi.stubGlobal("fetch", fetched);
  expect(await send("DELETE", "/session")).toBeNull();
  expect(new Headers(fetched.mock.calls[0]?.[1]?.headers).has("content-type")).toBe(false);
});

test("a refusal keeps the server's words and fields", async () => {
  const message = { zh: "案件已由他人办理", en: "Somebody acted meanwhile" };
  vi.stubGlobal(
    "fetch",
    answer(409, {
      type: "urn:xiuhua:problem:conflict",
      title: "Conflict",
      status: 409,
      message,
      problems: [{ field: "/reason", message }, { field: 7 }],
    }),
  );
  const error = await get("/cases/1").catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ProblemError);
  if (!(error instanceof ProblemError)) return;
  expect([error.status, error.code]).toEqual([409, "conflict"]);
  expect(error.problem.message).toEqual(message);
  expect(error.fields).toEqual([{ field: "/reason", message }]);
});

test("a page that is not a problem still tells its status", () => {
  expect(readProblem(502, undefined)).toEqual({ type: "about:blank", title: "HTTP 502", status: 502 });
});

test("a server out of reach is a problem of status 0; giving up is not a problem", async () => {
  vi.stubGlobal("fetch", () => Promise.reject(new TypeError("no network")));
  await expect(get("/me")).rejects.toMatchObject({ status: 0 });
  vi.stubGlobal("fetch", () => Promise.reject(new DOMException("stop", "AbortError")));
  await expect(get("/me")).rejects.toMatchObject({ name: "AbortError" });
});

test("tells when nobody is logged in, but not for a wrong password", async () => {
  vi.stubGlobal("fetch", answer(401, {}));
  const told = vi.fn<() => void>();
  const stop = onLoggedOut(told);
  await get("/cases").catch(() => undefined);
  await send("POST", "/session", {}).catch(() => undefined);
  expect(told).toHaveBeenCalledTimes(1);
  stop();
});

test("a good answer that is no JSON, as a hotel's log-in page gives it, is no answer of the server", async () => {
  vi.stubGlobal("fetch", () => Promise.resolve(new Response("<html>Welcome</html>")));
  await expect(get("/me")).rejects.toMatchObject({ status: 0 });
});

test("a refusal tells when to come again", async () => {
  const busy = (after?: string) => () =>
    Promise.resolve(new Response("{}", { status: 503, ...(after ? { headers: { "retry-after": after } } : {}) }));
  vi.stubGlobal("fetch", busy("7"));
  await expect(get("/me")).rejects.toMatchObject({ status: 503, after: 7000 });
  vi.stubGlobal("fetch", busy());
  await expect(get("/me")).rejects.toMatchObject({ status: 503, after: undefined });
});
