import { request as httpRequest } from "node:http";
import { fastify, type FastifyInstance } from "fastify";
import sharp from "sharp";
import { expect, onTestFinished, test, vi } from "vitest";
import type { EvidenceFile, Problem } from "../api/index.ts";
import { ProblemAnswer } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import { forEachDatabase } from "../testing/databases.ts";
import { filesUnder, ownFolder } from "../testing/folders.ts";
import { phoneExif, photo } from "../testing/photos.ts";
import { makeTestEvidence } from "./fixtures.ts";
import { evidenceRoutes } from "./routes.ts";
import { pdf, text, wav } from "./samples.ts";

// Pictures are computed here, on machines that may be busy with other tests.
vi.setConfig({ testTimeout: 60_000 });

const patience = { timeout: 30_000 };

const boundary = "----------------a-boundary";

function form(bytes: Buffer, options: { field?: string; fileName?: string; open?: boolean } = {}): Buffer {
  const { field = "file", fileName = "现场.jpg", open = false } = options;
  const disposition = `form-data; name="${field}"; filename="${fileName}"`;
  return Buffer.concat([
    text(`--${boundary}\r\nContent-Disposition: ${disposition}\r\nContent-Type: image/jpeg\r\n\r\n`),
    bytes,
    text(open ? "" : `\r\n--${boundary}--\r\n`),
  ]);
}

const contentType = `multipart/form-data; boundary=${boundary}`;

const reader = (person: string, role: string): Reader => ({
  person,
  language: "zh",
  grants: [{ role, unit: "centre" }],
});

forEachDatabase("the evidence routes", (open) => {
  /** The routes with a log-in that believes the header `person`, in which a role may follow a colon. */
  async function start(city: string) {
    const folder = ownFolder();
    const evidence = makeTestEvidence(await open(), city, folder, {
      photo: 500_000,
      audio: 100_000,
      document: 100_000,
    });
    const shown = new Set<string>();
    const app: FastifyInstance = fastify();
    app.decorateRequest("reader", {
      getter() {
        const [person = "", role = "handler"] = String(this.headers["person"] ?? "li").split(":");
        return reader(person, role);
      },
    });
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof ProblemAnswer)) throw error;
      return reply.code(error.statusCode).send({ type: error.code, message: error.words, problems: error.problems });
    });
    await app.register(evidenceRoutes({ evidence, mayRead: async (one, hash) => shown.has(`${one.person} ${hash}`) }));
    onTestFinished(() => app.close());
    const post = (payload: Buffer, headers: Record<string, string> = {}) =>
      app.inject({
        method: "POST",
        url: "/api/evidence",
        payload,
        headers: { "content-type": contentType, ...headers },
      });
    const get = (url: string, headers: Record<string, string> = {}) => app.inject({ method: "GET", url, headers });
    const stored = async (bytes: Buffer, fileName?: string) => {
      const answer = await post(form(bytes, fileName === undefined ? {} : { fileName }));
      expect(answer.statusCode).toBe(201);
      return answer.json<EvidenceFile>();
    };
    return { app, folder, shown, post, get, stored };
  }

  test("an uploaded photo is answered with its address, and shown without metadata", async () => {
    const { post, get } = await start("r-photo");
    const bytes = await photo({ exif: phoneExif() });
    const created = await post(form(bytes));
    const file = created.json<EvidenceFile>();
    expect(created.statusCode).toBe(201);
    expect(created.headers.location).toBe(`/api/evidence/${file.hash}`);
    expect(file).toMatchObject({ mediaType: "image/jpeg", takenAt: "2026-03-01T02:00:00.000Z", width: 640 });
    const shown = await get(`/api/evidence/${file.hash}`);
    expect(shown.headers).toMatchObject({
      "content-type": "image/jpeg",
      "content-length": String(shown.rawPayload.length),
      "cache-control": "private, max-age=31536000, immutable",
      "x-content-type-options": "nosniff",
      "content-security-policy": "default-src 'none'; sandbox",
      etag: `"${file.hash}-view-1"`,
      "content-disposition": "inline; filename=\"__.jpg\"; filename*=UTF-8''%E7%8E%B0%E5%9C%BA.jpg",
    });
    expect((await sharp(shown.rawPayload).metadata()).exif).toBeUndefined();
    const small = await get(`/api/evidence/${file.hash}/thumbnail`);
    expect((await sharp(small.rawPayload).metadata()).width).toBe(320);
  });

  test("a file is there for its uploader and for readers of a case with it, and for nobody else", async () => {
    const { get, stored, shown } = await start("r-access");
    const { hash } = await stored(await photo());
    for (const path of ["", "/thumbnail"]) {
      const url = `/api/evidence/${hash}${path}`;
      expect((await get(url, { person: "wang" })).statusCode).toBe(404);
      expect((await get(url, { person: "li" })).statusCode).toBe(200);
      shown.add(`wang ${hash}`);
      expect((await get(url, { person: "wang" })).statusCode).toBe(200);
      shown.clear();
    }
    expect((await get(`/api/evidence/${"0".repeat(64)}`)).statusCode).toBe(404);
  });

  test("the original is for the centre's roles, who must also be able to see a case with it", async () => {
    const { get, stored, shown } = await start("r-original");
    const bytes = await photo({ exif: phoneExif() });
    const { hash } = await stored(bytes);
    const url = `/api/evidence/${hash}/original`;
    expect((await get(url, { person: "li:handler" })).json<Problem>().type).toBe("wrong-role");
    expect((await get(url, { person: "chen:supervisor" })).statusCode).toBe(404);
    shown.add(`chen ${hash}`);
    for (const role of ["supervisor", "shiftLeader", "evaluator", "administrator"]) {
      const answer = await get(url, { person: `chen:${role}` });
      expect(answer.rawPayload.equals(bytes)).toBe(true);
      expect(answer.headers["content-disposition"]).toMatch(/^attachment/);
      expect(answer.headers.etag).toBe(`"${hash}"`);
    }
  });

  test("a browser that has it is told so, after it was asked who reads", async () => {
    const { get, stored } = await start("r-etag");
    const { hash } = await stored(wav(), "录音.wav");
    const url = `/api/evidence/${hash}`;
    expect((await get(url, { "if-none-match": `"x", W/"${hash}"` })).statusCode).toBe(304);
    expect((await get(url, { "if-none-match": `"${hash}"`, person: "wang" })).statusCode).toBe(404);
    expect((await get(url, { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  test("a recording is played from anywhere in it", async () => {
    const { get, stored } = await start("r-range");
    const bytes = wav();
    const { hash } = await stored(bytes, "录音.wav");
    const url = `/api/evidence/${hash}`;
    const middle = await get(url, { range: "bytes=100-199" });
    expect(middle.statusCode).toBe(206);
    expect(middle.headers).toMatchObject({ "content-range": `bytes 100-199/${bytes.length}`, "content-length": "100" });
    expect(middle.rawPayload.equals(bytes.subarray(100, 200))).toBe(true);
    const beyond = await get(url, { range: "bytes=99999999-" });
    expect([beyond.statusCode, beyond.headers["content-range"]]).toEqual([416, `bytes */${bytes.length}`]);
    expect((await get(url, { range: "bytes=0-9", "if-range": '"other"' })).statusCode).toBe(200);
    expect((await get(url, { range: "bytes=0-9", "if-range": `"${hash}"` })).statusCode).toBe(206);
  });

  test("a document is saved, not opened, and under its own type's extension", async () => {
    const { get, stored } = await start("r-document");
    const { hash } = await stored(pdf, "notice.exe");
    const answer = await get(`/api/evidence/${hash}`);
    expect(answer.headers["content-type"]).toBe("application/pdf");
    expect(answer.headers["content-disposition"]).toBe(
      "attachment; filename=\"notice.pdf\"; filename*=UTF-8''notice.pdf",
    );
    expect((await get(`/api/evidence/${hash}/thumbnail`)).statusCode).toBe(404);
  });

  test("bad uploads are refused, naming the file in both languages, and leave nothing", async () => {
    const { post, folder, app } = await start("r-refused");
    const refusal = async (payload: Buffer, headers?: Record<string, string>) => {
      const answer = await post(payload, headers);
      const { type, problems } = answer.json<Problem>();
      expect(problems).toMatchObject([{ field: "/file" }]);
      expect(problems?.[0]?.message.zh).toMatch(/。$/);
      return [answer.statusCode, type];
    };
    expect(await refusal(form(text("A text renamed .jpg")))).toEqual([422, "file-type"]);
    expect(await refusal(form(Buffer.alloc(0)))).toEqual([422, "file-missing"]);
    expect(await refusal(form(await photo(), { field: "photo" }))).toEqual([422, "file-missing"]);
    expect(await refusal(text(`--${boundary}--\r\n`))).toEqual([422, "file-missing"]);
    expect(await refusal(form(Buffer.alloc(540_000, 1)))).toEqual([413, "file-too-large"]);
    expect(await refusal(form(Buffer.alloc(900_000, 1)))).toEqual([413, "file-too-large"]);
    expect(await refusal(form(Buffer.concat([wav(), Buffer.alloc(100_000)])))).toEqual([413, "file-too-large"]);
    expect(await refusal(form((await photo()).subarray(0, 9000)))).toEqual([422, "file-damaged"]);
    expect(await refusal(form(await photo(), { open: true }))).toEqual([400, "file-cut-off"]);
    expect(await refusal(text("{}"), { "content-type": "application/json" })).toEqual([415, "not-multipart"]);
    expect(await refusal(text("nonsense"), { "content-type": "multipart/form-data" })).toEqual([415, "not-multipart"]);
    expect((await app.inject({ method: "GET", url: "/api/evidence/..%2f..%2fetc%2fpasswd" })).statusCode).toBe(400);
    expect(filesUnder(folder)).toEqual([]);
  });

  test("a phone that loses its connection in the middle leaves nothing behind", async () => {
    const { app, folder, stored } = await start("r-gone");
    const { port } = new URL(await app.listen({ port: 0, host: "127.0.0.1" }));
    const whole = form(await photo());
    const sending = httpRequest({
      port,
      method: "POST",
      path: "/api/evidence",
      headers: { "content-type": contentType, "content-length": whole.length },
    });
    sending.on("error", () => undefined);
    sending.write(whole.subarray(0, whole.length / 2));
    await expect.poll(() => filesUnder(folder).length, patience).toBe(1);
    sending.destroy();
    await expect.poll(() => filesUnder(folder), patience).toEqual([]);
    await stored(await photo());
  });
});
