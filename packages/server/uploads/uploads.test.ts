import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { request as httpRequest } from "node:http";
import { join } from "node:path";
import fc from "fast-check";
import { expect, onTestFinished, test, vi } from "vitest";
import { forEachDatabase } from "../testing/databases.ts";
import { demoApp, type DemoApp } from "../testing/demo-app.ts";
import { phoneExif, photo } from "../testing/photos.ts";

vi.setConfig({ testTimeout: 60_000 });

const at = Date.parse("2026-03-02T09:00:00+08:00");
const hour = 3_600_000;
const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const base64 = (text: string) => Buffer.from(text).toString("base64");

type Person = Awaited<ReturnType<DemoApp["as"]>>;

/** What a tus client sends. */
const tus = { "tus-resumable": "1.0.0" };

const begin = (person: Person, length: number, metadata: string) =>
  person.ask({
    method: "POST",
    url: "/api/uploads",
    headers: { ...tus, "upload-length": String(length), "upload-metadata": metadata },
  });

const metadataOf = (bytes: Buffer, name = "现场.jpg") => `filename ${base64(name)},sha256 ${base64(sha256(bytes))}`;

const go = (person: Person, url: string, offset: number, bytes: Buffer) =>
  person.ask({
    method: "PATCH",
    url,
    headers: { ...tus, "upload-offset": String(offset), "content-type": "application/offset+octet-stream" },
    payload: bytes,
  });

const offsetOf = async (person: Person, url: string) => {
  const answer = await person.ask({ method: "HEAD", url, headers: tus });
  return [answer.status, answer.headers["upload-offset"]];
};

const left = (app: DemoApp) => readdirSync(join(app.folder, "uploads"));

async function begun(person: Person, bytes: Buffer): Promise<string> {
  const answer = await begin(person, bytes.length, metadataOf(bytes));
  expect(answer.status).toBe(201);
  return String(answer.headers.location);
}

forEachDatabase("resumable uploads", (open) => {
  test("a photo that comes in two parts becomes evidence under the hash it had on the phone", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ exif: phoneExif() });
    const answer = await begin(person, bytes.length, metadataOf(bytes));
    const url = String(answer.headers.location);
    expect([answer.status, answer.headers["tus-resumable"]]).toEqual([201, "1.0.0"]);
    expect(answer.headers["upload-expires"]).toBe(new Date(at + 72 * hour).toUTCString());
    expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
    const first = await go(person, url, 0, bytes.subarray(0, 1000));
    expect([first.status, first.headers["upload-offset"]]).toEqual([204, "1000"]);
    expect(await offsetOf(person, url)).toEqual([200, "1000"]);
    const second = await go(person, url, 1000, bytes.subarray(1000));
    expect([second.status, second.headers["x-evidence-hash"]]).toEqual([204, sha256(bytes)]);
    const shown = await person.get(`/api/evidence/${sha256(bytes)}`);
    expect(shown.headers["content-disposition"]).toContain(encodeURIComponent("现场"));
    expect(left(app).filter((name) => !name.endsWith(".json"))).toEqual([]);
  });

  test("cut at any byte and resumed, it has the same hash", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ seed: 77 });
    const cuts = fc.uniqueArray(fc.integer({ min: 1, max: bytes.length - 1 }), { minLength: 10, maxLength: 10 });
    await fc.assert(
      fc.asyncProperty(cuts, async (places) => {
        const url = await begun(person, bytes);
        let from = 0;
        for (const to of [...places.toSorted((one, other) => one - other), bytes.length]) {
          expect(await offsetOf(person, url)).toEqual([200, String(from)]);
          const answer = await go(person, url, from, bytes.subarray(from, to));
          expect(answer.status).toBe(204);
          expect(answer.headers["x-evidence-hash"]).toBe(to === bytes.length ? sha256(bytes) : undefined);
          from = to;
        }
      }),
      { numRuns: 2 },
    );
  });

  test("a line that breaks in the middle of a part keeps what has arrived", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const token = (await person.post("/api/me/tokens", { name: "phone" })).body.token;
    const { port } = new URL(await app.app.listen({ port: 0, host: "127.0.0.1" }));
    onTestFinished(() => app.app.close());
    const bytes = await photo({ seed: 78, width: 1600, height: 1200 });
    const url = await begun(person, bytes);
    const sending = httpRequest({
      port,
      method: "PATCH",
      path: url,
      headers: {
        ...tus,
        authorization: `Bearer ${token}`,
        "upload-offset": "0",
        "content-type": "application/offset+octet-stream",
        "content-length": bytes.length,
      },
    });
    sending.on("error", () => undefined);
    sending.write(bytes.subarray(0, 70_000));
    const arrived = async () => Number((await person.get(url)).body.offset);
    await expect.poll(arrived, { timeout: 30_000 }).toBe(70_000);
    sending.destroy();
    expect(await offsetOf(person, url)).toEqual([200, "70000"]);
    const rest = await go(person, url, 70_000, bytes.subarray(70_000));
    expect(rest.headers["x-evidence-hash"]).toBe(sha256(bytes));
  });

  test("a phone that lost the last answer asks for it, and may send the end again", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ seed: 79 });
    const url = await begun(person, bytes);
    expect((await person.get(url)).body).toMatchObject({ bytes: bytes.length, offset: 0 });
    await go(person, url, 0, bytes);
    expect((await person.get(url)).body).toEqual({
      id: url.split("/").at(-1),
      bytes: bytes.length,
      offset: bytes.length,
      hash: sha256(bytes),
      expiresAt: new Date(at + 72 * hour).toISOString(),
    });
    expect(await offsetOf(person, url)).toEqual([200, String(bytes.length)]);
    const again = await go(person, url, bytes.length, Buffer.alloc(0));
    expect([again.status, again.headers["x-evidence-hash"]]).toEqual([204, sha256(bytes)]);
    expect((await go(person, url, 0, bytes)).body).toMatchObject({ type: "urn:xiuhua:problem:upload-offset" });
  });

  test("the whole file may come with the beginning; the same content again is stored once and is one's own", async () => {
    const app = await demoApp(await open(), at);
    const bytes = await photo({ seed: 80 });
    for (const login of ["collector1", "collector2"]) {
      const person = await app.as(login);
      const answer = await person.ask({
        method: "POST",
        url: "/api/uploads",
        headers: {
          ...tus,
          "upload-length": String(bytes.length),
          "upload-metadata": metadataOf(bytes),
          "content-type": "application/offset+octet-stream",
        },
        payload: bytes,
      });
      expect([answer.status, answer.headers["x-evidence-hash"]]).toEqual([201, sha256(bytes)]);
      expect((await person.get(`/api/evidence/${sha256(bytes)}`)).status).toBe(200);
    }
  });

  test("other bytes than the phone hashed are refused and leave nothing", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ seed: 81 });
    const changed = Buffer.from(bytes);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    const url = await begun(person, bytes);
    const answer = await go(person, url, 0, changed);
    expect([answer.status, answer.body.type]).toEqual([422, "urn:xiuhua:problem:file-hash-differs"]);
    expect(answer.body.message.zh).toContain("SHA-256");
    expect(await offsetOf(person, url)).toEqual([404, undefined]);
    for (const hash of [sha256(bytes), sha256(changed)])
      expect((await person.get(`/api/evidence/${hash}`)).status).toBe(404);
    expect(left(app)).toEqual([]);
  });

  test("what is no photo is refused by its content, whatever it is called", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = Buffer.from("#!/bin/sh\necho a script called photo.jpg\n");
    const url = await begun(person, bytes);
    expect((await go(person, url, 0, bytes)).body).toMatchObject({ type: "urn:xiuhua:problem:file-type" });
    expect(left(app)).toEqual([]);
  });

  test("an upload is there for whoever began it, and for nobody else", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const other = await app.as("collector2");
    const bytes = await photo({ seed: 82 });
    const url = await begun(person, bytes);
    expect(await offsetOf(other, url)).toEqual([404, undefined]);
    expect((await other.get(url)).status).toBe(404);
    expect((await go(other, url, 0, bytes)).status).toBe(404);
    expect((await other.ask({ method: "DELETE", url, headers: tus })).status).toBe(404);
    expect((await app.app.inject({ method: "HEAD", url, headers: tus })).statusCode).toBe(401);
    expect((await person.ask({ method: "DELETE", url, headers: tus })).status).toBe(204);
    expect(left(app)).toEqual([]);
  });

  test("refuses what would fill the disk or follows no protocol", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ seed: 83 });
    const type = async (answer: ReturnType<Person["ask"]>) => {
      const { status, body } = await answer;
      return [status, body.type.split(":").at(-1)];
    };
    expect(await type(begin(person, 51 * 2 ** 20, metadataOf(bytes)))).toEqual([413, "file-too-large"]);
    expect(await type(begin(person, 10, `filename ${base64("a.jpg")}`))).toEqual([422, "upload-metadata"]);
    expect(await type(begin(person, 10, `sha256 ${base64("../../etc/passwd")}`))).toEqual([422, "upload-metadata"]);
    expect(
      await type(
        person.ask({
          method: "POST",
          url: "/api/uploads",
          headers: { ...tus, "upload-defer-length": "1", "upload-metadata": metadataOf(bytes) },
        }),
      ),
    ).toEqual([400, "bad-upload"]);
    expect(await type(person.ask({ method: "POST", url: "/api/uploads" }))).toEqual([412, "tus-version"]);
    const url = await begun(person, bytes);
    expect(await type(go(person, url, 0, Buffer.concat([bytes, bytes])))).toEqual([413, "upload-too-long"]);
    expect(await type(go(person, url, 5, bytes.subarray(5)))).toEqual([409, "upload-offset"]);
    expect(await offsetOf(person, "/api/uploads/..%2f..%2fetc%2fpasswd")).toEqual([422, undefined]);
    await person.ask({ method: "DELETE", url, headers: tus });
    expect(left(app)).toEqual([]);
  });

  test("one person has a hundred unfinished at most; what is old is swept away", async () => {
    const app = await demoApp(await open(), at);
    const person = await app.as("collector1");
    const bytes = await photo({ seed: 84 });
    const done = await begun(person, bytes);
    await go(person, done, 0, bytes);
    const url = await begun(person, bytes);
    for (let more = 1; more < 100; more += 1) await begun(person, bytes);
    expect((await begin(person, 10, metadataOf(bytes))).body).toMatchObject({
      type: "urn:xiuhua:problem:too-many-uploads",
    });
    app.setNow(at + 71 * hour);
    expect(await app.services.uploads.sweep()).toBe(0);
    expect((await go(await app.as("collector1"), url, 0, bytes.subarray(0, 10))).status).toBe(204);
    app.setNow(at + 72 * hour);
    const later = await app.as("collector1");
    expect(await offsetOf(later, url)).toEqual([404, undefined]);
    expect(await app.services.uploads.sweep()).toBe(101);
    expect(left(app)).toEqual([]);
  });
});
