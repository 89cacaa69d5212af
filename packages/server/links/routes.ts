import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import multipart from "@fastify/multipart";
import { Type } from "typebox";
import { CaseLink, EvidenceFile, GuestAct, GuestTask, Id, LiveCase } from "../api/index.ts";
import { evidenceOf, keyOf, settled, WriteHeaders, type Answer } from "../cases/index.ts";
import { largest, upload, type Evidence } from "../evidence/index.ts";
import { limitByAddress, problem } from "../http/index.ts";
import type { Links } from "./links.ts";

const tags = ["links"];
const open = { public: true };
const byToken = Type.Object({ token: Type.String({ maxLength: 100 }) });

/** Looks a minute from one address: a site office, or many phones behind one address of a mobile network. */
const opensPerMinute = 60;
const actsPerMinute = 30;
const filesPerMinute = 60;

/** Links for crews and enterprises: handed out by staff, used by anybody who has one. */
export function linkRoutes(links: Links, evidence: Evidence): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/cases/:no/link",
      {
        schema: {
          tags,
          summary: "The link by which somebody without an account may answer this case now",
          params: Type.Object({ no: Id }),
          response: { 200: CaseLink },
        },
      },
      async (request) => {
        const link = await links.of(request.reader, request.params.no);
        if (!link) throw problem(404, "not-found", noLink);
        return link;
      },
    );
    app.post(
      "/api/links/:token/opened",
      {
        config: open,
        onRequest: limitByAddress(app, "link-open", opensPerMinute),
        schema: {
          tags,
          summary: "Open a link: noted in the case, answered with the task",
          security: [],
          headers: WriteHeaders,
          params: byToken,
          response: { 200: GuestTask },
        },
      },
      async (request) => {
        const { token } = request.params;
        done(await links.use(token, { input: {}, evidence: [], ...keyOf(request.headers) }));
        const task = await links.task(token);
        if (!task) throw ended();
        return task;
      },
    );
    app.post(
      "/api/links/:token/actions/:action",
      {
        config: open,
        onRequest: limitByAddress(app, "link-act", actsPerMinute),
        schema: {
          tags,
          summary: "Act on the case that the link leads to",
          security: [],
          headers: WriteHeaders,
          params: Type.Object({ ...byToken.properties, action: Id }),
          body: GuestAct,
          response: { 200: LiveCase },
        },
      },
      async (request) => {
        const { token, action } = request.params;
        const { input, evidence: files } = request.body;
        return done(await links.use(token, { action, input, evidence: evidenceOf(files), ...keyOf(request.headers) }));
      },
    );
    await app.register(fileRoute(links, evidence));
  };
}

function fileRoute(links: Links, evidence: Evidence): FastifyPluginAsyncTypebox {
  return async (app) => {
    // Known inside this route alone: no other address takes forms.
    await app.register(multipart);
    app.post(
      "/api/links/:token/evidence",
      {
        config: open,
        onRequest: limitByAddress(app, "link-file", filesPerMinute),
        schema: {
          tags,
          summary: "Upload one photo or document for the task; only this link may show it",
          security: [],
          consumes: ["multipart/form-data"],
          params: byToken,
          response: { 201: EvidenceFile },
        },
      },
      async (request, reply) => {
        const announced = Number(request.headers["content-length"] ?? largest(evidence.limits));
        const reader = await links.uploader(request.params.token, announced);
        if (reader === undefined || reader === "full") {
          // The file is not read, so the connection is of no more use.
          void reply.header("connection", "close");
          throw reader === undefined ? ended() : problem(413, "link-full", full);
        }
        return reply.code(201).send(await upload(evidence, request, reply, reader));
      },
    );
  };
}

/** A refusal of a link that has ended, or never was one, says nothing of a case. */
function done(answer: Answer) {
  if (!answer.ok && answer.refusal.code === "not-found") throw ended();
  return settled(answer);
}

const ended = () =>
  problem(404, "link-ended", {
    zh: "链接无效或已失效。如仍需办理，请联系发送链接的单位重新发送。",
    en: "This link is not valid, or not any more. If there is still something to do, ask whoever sent it for a new one.",
  });

const noLink = {
  zh: "此案现在没有可用的链接，或您无权查看。",
  en: "This case has no link that is open now, or you may not see it.",
};

const full = {
  zh: "通过此链接上传的文件已达上限，请联系发送链接的单位重新发送链接。",
  en: "As many files have come in by this link as may. Ask whoever sent it for a new one.",
};
