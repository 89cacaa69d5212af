import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { UploadState } from "../api/index.ts";
import { limitByPerson } from "../http/index.ts";
import { uploadPath, type Uploads } from "./uploads.ts";

/**
 * Requests a minute of one person. A phone that comes back with twenty reports of three photos begins sixty uploads in
 * half a minute; four times that is no phone of ours.
 */
const perMinute = { begin: 240, other: 1200 };

const tags = ["uploads"];
const Params = Type.Object({ id: Type.String({ pattern: "^[0-9a-f]{32}$" }) });
const byId = `${uploadPath}/:id`;

/** Resumable uploads by the tus protocol, 1.0, with creation, creation-with-upload, termination and expiration. */
export function uploadRoutes(uploads: Uploads): FastifyPluginAsync {
  return async (app) => {
    // Whatever type is named, the body stays a stream; the protocol checks the type itself.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser("*", (_request, _payload, done) => done(null));
    const begin = limitByPerson(app, "uploads begun", perMinute.begin);
    const other = limitByPerson(app, "uploads", perMinute.other);
    const handle = async (request: FastifyRequest, reply: FastifyReply) => {
      void reply.header("tus-resumable", "1.0.0");
      // A refused body is not read to its end, so the connection is then of no more use.
      if (request.method === "PATCH" || request.method === "POST") void reply.header("connection", "close");
      const answer = await uploads.handle(request.reader.person, asWeb(request));
      void reply.removeHeader("connection");
      return send(reply, answer);
    };

    app.options(uploadPath, { schema: { tags, summary: "What of the tus protocol is spoken here" } }, handle);
    app.post(
      uploadPath,
      {
        schema: {
          tags,
          summary: "Begin a resumable upload (tus 1.0)",
          description:
            "Headers `upload-length` and `upload-metadata` with `sha256` (hexadecimal, needed) and `filename`. The last request's answer names the evidence in `x-evidence-hash`.",
        },
        onRequest: begin,
      },
      handle,
    );
    const schema = (summary: string) => ({ tags, summary, params: Params });
    app.head(byId, { schema: schema("How far an upload has come (tus)"), onRequest: other }, handle);
    app.patch(byId, { schema: schema("Go on with an upload (tus)"), onRequest: other }, handle);
    app.delete(byId, { schema: schema("Give an upload up (tus)"), onRequest: other }, handle);
    app.get<{ Params: { id: string } }>(
      byId,
      {
        schema: {
          ...schema("How far an upload has come, and the evidence it became: for a phone that lost the answer"),
          response: { 200: UploadState },
        },
        onRequest: other,
      },
      (request) => uploads.state(request.reader.person, request.params.id),
    );
  };
}

/** The request as the library takes it. */
function asWeb({ method, url, headers, raw }: FastifyRequest): Request {
  const given = new Headers();
  for (const [name, value] of Object.entries(headers)) if (typeof value === "string") given.set(name, value);
  const bodiless = method === "HEAD" || method === "OPTIONS" || method === "DELETE";
  // The library looks at the path alone.
  return new Request(new URL(url, "http://upload.invalid"), {
    method,
    headers: given,
    ...(bodiless ? {} : { body: untilCut(raw), duplex: "half" }),
  });
}

/** Where the line is cut the body ends: what has arrived is kept, and the phone goes on from there. */
function untilCut(body: AsyncIterable<Uint8Array>): ReadableStream<Uint8Array> {
  const chunks = body[Symbol.asyncIterator]();
  return new ReadableStream<Uint8Array>({
    async pull(controller) {
      // Nobody is there any more to be told of a cut.
      const next = await chunks.next().catch(() => ({ done: true, value: undefined }));
      if (next.value === undefined) controller.close();
      else controller.enqueue(next.value);
    },
  });
}

/** The library's answer, without its word on other origins: this is for our own pages. */
function send(reply: FastifyReply, response: Response): FastifyReply {
  for (const [name, value] of response.headers)
    if (!name.startsWith("access-control-") && name !== "content-length") void reply.header(name, value);
  return reply.code(response.status).send();
}
