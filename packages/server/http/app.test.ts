import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { request as httpRequest } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyInstance } from "fastify";
import { Type } from "typebox";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Problem } from "../api/index.ts";
import { makeHouse, proof, session } from "./fixture.ts";
import { languageOf, problem, refuse, setSessionCookie } from "./index.ts";

const openDoor = { config: { public: true } };

/** Routes that do what the tests need. */
const routes: FastifyPluginAsyncTypebox = async (app) => {
  const Filter = Type.Object(
    {
      state: Type.Optional(Type.Array(Type.String())),
      limit: Type.Optional(Type.Integer()),
      open: Type.Optional(Type.Boolean()),
    },
    { additionalProperties: false },
  );
  const Thing = Type.Object(
    { name: Type.String(), size: Type.Integer({ minimum: 1 }), tags: Type.Optional(Type.Array(Type.String())) },
    { additionalProperties: false },
  );
  app.get("/api/mine", async (request) => ({ person: request.reader.person }));
  app.get("/api/things", { ...openDoor, schema: { querystring: Filter } }, async (request) => request.query);
  app.post("/api/things", { ...openDoor, schema: { body: Thing } }, async (request) => request.body);
  app.put("/api/things/:id", { schema: { body: Thing } }, async (request) => request.body);
  app.get(
    "/api/refused/:code",
    { ...openDoor, schema: { params: Type.Object({ code: Code }) } },
    async (request, reply) =>
      refuse(reply, {
        code: request.params.code,
        message: { zh: "不行。", en: "No." },
        problems: [{ field: "/reason", message: { zh: "请填写", en: "Say why" } }],
      }),
  );
  app.get("/api/teapot", openDoor, async () => {
    throw problem(418, "teapot", { zh: "我是茶壶。", en: "I am a teapot." });
  });
  app.get("/api/broken", openDoor, async () => {
    throw new Error("the secret of the database password=hunter2");
  });
  app.get("/api/odd", openDoor, async () => {
    throw Object.assign(new Error("inner words"), { statusCode: 451 });
  });
  app.get("/api/cookie", openDoor, async (request, reply) => {
    setSessionCookie(request, reply, "t", 60);
    return {};
  });
};

const codes = ["invalid-input", "missing-evidence", "wrong-state", "conflict", "wrong-role", "not-your-turn"] as const;
const moreCodes = ["unknown-action", "rule", "request-pending", "no-request", "not-found"] as const;
const Code = Type.Enum([...codes, ...moreCodes]);

describe("a problem answer", () => {
  test.each([
    ["invalid-input", 422],
    ["missing-evidence", 422],
    ["wrong-state", 409],
    ["conflict", 409],
    ["wrong-role", 403],
    ["not-your-turn", 403],
    ["unknown-action", 404],
    ["rule", 422],
    ["request-pending", 409],
    ["no-request", 409],
    ["not-found", 404],
  ])("to the refusal %s has status %i and says all that the refusal says", async (code, status) => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject({ url: `/api/refused/${code}` });
    expect(answer.statusCode).toBe(status);
    expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
    expect(answer.headers["cache-control"]).toBe("no-store");
    expect(answer.json<Problem>()).toMatchObject({
      type: `urn:xiuhua:problem:${code}`,
      status,
      detail: "不行。",
      message: { zh: "不行。", en: "No." },
      problems: [{ field: "/reason", message: { zh: "请填写", en: "Say why" } }],
    });
  });

  test("speaks the language the client asks for, and the person's own once they are known", async () => {
    const { app } = await makeHouse(routes);
    const ask = async (url: string, headers: Record<string, string>) =>
      (await app.inject({ url, headers })).json<Problem>().title;
    expect(await ask("/api/mine", { "accept-language": "en-GB,en;q=0.9,zh;q=0.8" })).toBe("Not logged in");
    expect(await ask("/api/mine", { "accept-language": "fr" })).toBe("尚未登录");
    expect((await app.inject({ url: "/api/mine", headers: session })).json()).toEqual({ person: "lin" });
    const put = { method: "PUT" as const, url: "/api/things/1", payload: { name: "x", size: 0 } };
    const refused = await app.inject({ ...put, headers: { ...proof, "accept-language": "zh" } });
    expect(refused.json<Problem>().detail).toMatch(/^size must be/);
  });

  test("names the request, whose number the answer bears", async () => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject({ url: "/api/teapot" });
    expect(answer.statusCode).toBe(418);
    expect(answer.json<Problem>()).toMatchObject({ type: "urn:xiuhua:problem:teapot", detail: "我是茶壶。" });
    expect(answer.json<Problem>().instance).toBe(`urn:xiuhua:request:${String(answer.headers["x-request-id"])}`);
  });

  test("to a failure of ours tells nothing of our insides; the log does, under the same number", async () => {
    const { app, lines } = await makeHouse(routes);
    const answer = await app.inject({ url: "/api/broken" });
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("hunter2");
    expect(answer.body).not.toContain("stack");
    const line = lines.find((one) => one.includes("unexpected failure"))!;
    expect(line).toContain(String(answer.headers["x-request-id"]));
    expect(line).toContain("the secret of the database");
  });

  test("and a failure in the background reaches the log in words, under either name", async () => {
    const { app, lines } = await makeHouse(routes);
    app.log.error({ error: new Error("first trouble") }, "a");
    app.log.error({ err: new Error("second trouble") }, "b");
    expect(lines.join("")).toContain("first trouble");
    expect(lines.join("")).toContain("second trouble");
  });

  test("to an error of a plugin keeps its status and not its words", async () => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject({ url: "/api/odd", headers: { "accept-language": "en" } });
    expect(answer.json<Problem>()).toMatchObject({ type: "urn:xiuhua:problem:bad-request", status: 400 });
    expect(answer.body).not.toContain("inner words");
  });
});

describe("input", () => {
  const post = (payload: string | object, contentType = "application/json") => ({
    method: "POST" as const,
    url: "/api/things",
    headers: { "content-type": contentType, "accept-language": "en" },
    payload,
  });

  test.each([
    [{ size: 1 }, ["/name"]],
    [{ name: 5, size: "1" }, ["/name", "/size"]],
    [{ name: "x", size: 1.5 }, ["/size"]],
    [{ name: "x", size: 0 }, ["/size"]],
    [{ name: "x", size: 1, tags: "a" }, ["/tags"]],
    [{ name: "x", size: 1, tags: ["a", 2] }, ["/tags/1"]],
    [{ name: "x", size: 1, extra: true }, ["/extra"]],
    ["null", ["/name", "/size"]],
    ["[]", [""]],
    ['"text"', [""]],
  ])("in a body must have its types: %j", async (payload, fields) => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject(post(payload));
    expect(answer.statusCode).toBe(422);
    const { type, problems } = answer.json<Problem>();
    expect(type).toBe("urn:xiuhua:problem:invalid-input");
    expect(problems!.map((one) => one.field)).toEqual(fields);
    for (const { message } of problems!)
      expect(message).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) });
  });

  test("in an address is read as what the schema wants; one value can be a list", async () => {
    const { app } = await makeHouse(routes);
    const read = async (query: string) => (await app.inject({ url: `/api/things?${query}` })).json<unknown>();
    expect(await read("state=a&state=b&limit=5&open=true")).toEqual({ state: ["a", "b"], limit: 5, open: true });
    expect(await read("state=a&open=false")).toEqual({ state: ["a"], open: false });
    expect(await read("limit=many")).toMatchObject({ status: 422, problems: [{ field: "/limit" }] });
    expect(await read("other=1")).toMatchObject({ status: 422, problems: [{ field: "/other" }] });
    expect(await read("__proto__=1")).toMatchObject({ status: 422 });
  });

  test.each([
    ["ten megabytes of JSON", post(JSON.stringify({ name: "x".repeat(10_000_000), size: 1 })), 413, "too-large"],
    ["what is not JSON", post("{name:"), 400, "bad-json"],
    ["no JSON at all", post(""), 400, "bad-json"],
    ["a poisoned prototype", post('{"__proto__":{"admin":true},"name":"x","size":1}'), 400, "bad-json"],
    ["plain text", post('{"name":"x","size":1}', "text/plain"), 415, "wrong-media-type"],
    ["a form of another site", post("name=x&size=1", "application/x-www-form-urlencoded"), 415, "wrong-media-type"],
    ["a broken address", { url: "/api/things/%ZZ" }, 400, "bad-request"],
  ])("that is %s is refused", async (_, options, status, code) => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject(options);
    expect(answer.json<Problem>()).toMatchObject({ type: `urn:xiuhua:problem:${code}`, status });
    expect(answer.statusCode).toBe(status);
  });

  test("that is too large is refused before it was read", async () => {
    const { app } = await makeHouse(routes);
    const { port } = await listen(app);
    // Says that ten megabytes will come and sends none: the answer must come all the same.
    const answer = await raw(
      port,
      "POST /api/things HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 10000000\r\n\r\n",
    );
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    await app.close();
  });

  test("that is not even HTTP gets a problem too", async () => {
    const { app } = await makeHouse(routes);
    const { port } = await listen(app);
    expect(await raw(port, "hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 [^]*application\/problem\+json[^]*bad-request/);
    expect(await raw(port, `GET / HTTP/1.1\r\nx: ${"y".repeat(40_000)}\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 431 [^]*problem\+json/,
    );
    await app.close();
  });
});

describe("an address", () => {
  test("that nobody serves is a problem, known or unknown the asker", async () => {
    const { app } = await makeHouse(routes);
    for (const headers of [{}, session]) {
      const answer = await app.inject({ url: "/api/nowhere", headers });
      expect(answer.statusCode).toBe(404);
      expect(answer.json<Problem>().type).toBe("urn:xiuhua:problem:not-found");
    }
  });

  test("tells which methods it takes", async () => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject({ method: "DELETE", url: "/api/things/7?x=1" });
    expect(answer.statusCode).toBe(405);
    expect(answer.headers["allow"]).toBe("PUT");
    expect(answer.json<Problem>().type).toBe("urn:xiuhua:problem:method-not-allowed");
    expect((await app.inject({ method: "PATCH", url: "/api/things" })).headers["allow"]).toBe("GET, HEAD, POST");
  });

  test("under /api is closed unless it says that it is open", async () => {
    const { app } = await makeHouse(routes);
    const put = { method: "PUT" as const, url: "/api/things/1", payload: { name: "x", size: 1 } };
    expect((await app.inject({ url: "/api/mine" })).statusCode).toBe(401);
    expect((await app.inject({ url: "/%61pi/mine" })).statusCode).toBe(401);
    expect((await app.inject({ url: "//api/mine" })).statusCode).toBe(404);
    expect((await app.inject({ url: "/api/mine", headers: { cookie: "xiuhua_session=bad" } })).statusCode).toBe(401);
    expect((await app.inject({ ...put, headers: session })).statusCode).toBe(403);
    expect((await app.inject({ ...put, headers: proof })).statusCode).toBe(200);
    expect((await app.inject({ ...put, headers: { authorization: "Bearer xh_good" } })).statusCode).toBe(200);
  });
});

describe("headers", () => {
  test("keep the page to itself, and let the console live", async () => {
    const { app } = await makeHouse(routes);
    const { headers } = await app.inject({ url: "/api/things" });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("style-src 'self' 'unsafe-inline'");
    expect(policy).toContain("worker-src 'self' blob:");
    expect(policy).toContain("img-src 'self' blob: data:");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe-eval");
    // Served over plain http in an office, pages must not be sent to a https that is not there.
    expect(policy).not.toContain("upgrade-insecure-requests");
    expect(headers["x-content-type-options"]).toBe("nosniff");
    expect(headers["cache-control"]).toBe("no-store");
  });

  test.each([
    [{}, {}, false],
    [{}, { "x-forwarded-proto": "https" }, false],
    [{ trustProxy: true }, { "x-forwarded-proto": "https" }, true],
    [{ trustProxy: true }, { "x-forwarded-proto": "http" }, false],
    [{ secureCookies: true }, {}, true],
  ])("make the cookie secure where the page came by https: %j %j", async (options, headers, secure) => {
    const { app } = await makeHouse(routes, { options });
    const { cookies } = await app.inject({ url: "/api/cookie", headers });
    expect(cookies[0]!.secure ?? false).toBe(secure);
  });

  test.each([
    [undefined, "zh"],
    ["*", "zh"],
    ["en", "en"],
    ["EN-us,en;q=0.5", "en"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en;q=0.3, zh-Hans;q=0.7", "zh"],
    ["en;q=0", "zh"],
    ["en;q=nonsense", "zh"],
  ])("Accept-Language %j means %s", (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

describe("the OpenAPI document", () => {
  test("is 3.1 and lists the routes with what they take", async () => {
    const { app } = await makeHouse(routes);
    const answer = await app.inject({ url: "/api/openapi.json" });
    const document = answer.json<{
      openapi: string;
      info: { title: string; version: string };
      paths: Record<
        string,
        Record<
          string,
          { requestBody?: { content: Record<string, { schema: unknown }> }; parameters?: unknown[]; responses: object }
        >
      >;
    }>();
    expect(document.openapi).toMatch(/^3\.1\.\d$/);
    expect(document.info).toMatchObject({ title: expect.any(String), version: expect.any(String) });
    expect(Object.keys(document.paths)).toEqual(
      expect.arrayContaining(["/api/things", "/api/things/{id}", "/api/health"]),
    );
    expect(document.paths["/api/things"]!["post"]!.requestBody!.content["application/json"]!.schema).toMatchObject({
      type: "object",
      required: ["name", "size"],
    });
    expect(document.paths["/api/things"]!["get"]!.parameters).toContainEqual(
      expect.objectContaining({ in: "query", name: "state", required: false }),
    );
    for (const operations of Object.values(document.paths))
      for (const operation of Object.values(operations))
        expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
  });

  test("has a page that needs nothing from elsewhere", async () => {
    const { app } = await makeHouse(routes);
    const page = await app.inject({ url: "/docs/" });
    expect(page.statusCode).toBe(200);
    expect(page.headers["content-type"]).toContain("text/html");
    expect(page.body).not.toMatch(/(?:src|href)="https?:/);
    // The policy lets no script stand in the page itself.
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)[^>]*>\s*\S/);
    for (const [, path] of page.body.matchAll(/(?:src|href)="([^"]+)"/g)) {
      const url = new URL(path!, "http://x/docs/").pathname;
      expect([url, (await app.inject({ url })).statusCode]).toEqual([url, 200]);
    }
    expect((await app.inject({ url: "/docs/json" })).json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
  });
});

describe("health", () => {
  test("is well when the database answers", async () => {
    const { app } = await makeHouse(routes);
    expect((await app.inject({ url: "/api/health" })).json()).toEqual({ status: "ok" });
  });

  test("is a problem when it does not", async () => {
    const database = () => Promise.reject(new Error("connection refused at 10.0.0.5"));
    const { app } = await makeHouse(routes, { database });
    const answer = await app.inject({ url: "/api/health" });
    expect(answer.json<Problem>()).toMatchObject({ type: "urn:xiuhua:problem:unavailable", status: 503 });
    expect(answer.body).not.toContain("10.0.0.5");
  });
});

describe("the web application", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "xiuhua-web-"));
    await mkdir(join(folder, "assets"));
    await mkdir(join(folder, "field"));
    await writeFile(join(folder, "index.html"), "<title>绣花</title>");
    await writeFile(join(folder, "field", "index.html"), "<title>外勤</title>");
    await writeFile(join(folder, "field", "worker.js"), "self;");
    await writeFile(join(folder, "assets", "main-3f2a.js"), "export {};");
    await writeFile(join(folder, "icon.svg"), "<svg/>");
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("opens at each of its pages, and is asked for anew each time", async () => {
    const { app } = await makeHouse(routes, { options: { webFolder: folder } });
    for (const url of ["/", "/cases/4108202603020001", "/people?unit=x"]) {
      const page = await app.inject({ url, headers: { accept: "text/html" } });
      expect(page.statusCode).toBe(200);
      expect(page.body).toBe("<title>绣花</title>");
      expect(page.headers["content-type"]).toContain("text/html");
      expect(page.headers["cache-control"]).toBe("no-cache");
    }
  });

  test("is another one for the phone, whose worker is asked for anew each time too", async () => {
    const { app } = await makeHouse(routes, { options: { webFolder: folder } });
    for (const url of ["/field/", "/field/tasks/4108202603020001", "/field/report?x=1"])
      expect((await app.inject({ url })).body).toBe("<title>外勤</title>");
    const short = await app.inject({ url: "/field" });
    expect([short.statusCode, short.headers.location]).toEqual([301, "/field/"]);
    expect((await app.inject({ url: "/fields" })).body).toBe("<title>绣花</title>");
    expect((await app.inject({ url: "/field/worker.js" })).headers["cache-control"]).toBe("no-cache");
    expect((await app.inject({ url: "/field/gone.js" })).statusCode).toBe(404);
  });

  test("keeps for ever what bears a hash in its name", async () => {
    const { app } = await makeHouse(routes, { options: { webFolder: folder } });
    const script = await app.inject({ url: "/assets/main-3f2a.js" });
    expect(script.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect((await app.inject({ url: "/icon.svg" })).headers["cache-control"]).toBe("no-cache");
  });

  test("goes over the wire as the build made it smaller, to whoever can read that", async () => {
    await writeFile(join(folder, "assets", "main-3f2a.js.gz"), gzipSync("export {};"));
    const { app } = await makeHouse(routes, { options: { webFolder: folder } });
    const url = "/assets/main-3f2a.js";
    const small = await app.inject({ url, headers: { "accept-encoding": "gzip" } });
    expect([small.headers["content-encoding"], small.headers["vary"]]).toEqual(["gzip", "accept-encoding"]);
    expect(small.headers["content-type"]).toContain("javascript");
    expect(small.headers["cache-control"]).toContain("immutable");
    expect(gunzipSync(small.rawPayload).toString()).toBe("export {};");
    const plain = await app.inject({ url });
    expect([plain.headers["content-encoding"], plain.body]).toEqual([undefined, "export {};"]);
  });

  test("does not stand in for what is missing", async () => {
    const { app } = await makeHouse(routes, { options: { webFolder: folder } });
    for (const url of ["/assets/gone-1.js", "/api/nowhere", "/api", "/..%2f..%2fetc%2fpasswd"]) {
      const answer = await app.inject({ url });
      expect(answer.body).not.toContain("<title>");
      expect([url, answer.statusCode]).toEqual([url, 404]);
      expect(answer.headers["content-type"]).toContain("application/problem+json");
    }
    expect((await app.inject({ method: "POST", url: "/cases" })).statusCode).toBe(404);
  });
});

describe("closing", () => {
  test("waits for the answer that is under way", async () => {
    let arrived = () => {};
    const started = new Promise<void>((resolve) => (arrived = resolve));
    let letGo = () => {};
    const gate = new Promise<void>((resolve) => (letGo = resolve));
    const { app } = await makeHouse(async (server) => {
      server.get("/api/slow", openDoor, async () => {
        arrived();
        await gate;
        return { done: true };
      });
    });
    const { port } = await listen(app);
    const answer = fetchText(port, "/api/slow");
    await started;
    const closed = app.close();
    letGo();
    expect(await answer).toBe('{"done":true}');
    await closed;
  });
});

async function listen(app: FastifyInstance): Promise<{ port: number }> {
  return { port: Number(new URL(await app.listen({ host: "127.0.0.1", port: 0 })).port) };
}

/** Sends bytes as they are and reads until the server hangs up. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    socket.setEncoding("utf8");
    socket.on("data", (chunk) => (answer += String(chunk)));
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

function fetchText(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ port, path, host: "127.0.0.1", agent: false }, (answer) => {
      let text = "";
      answer.setEncoding("utf8");
      answer.on("data", (chunk) => (text += String(chunk)));
      answer.on("end", () => resolve(text));
    });
    sent.on("error", reject);
    sent.end();
  });
}
