import multipart from "@fastify/multipart";
import type { FastifyInstance, FastifyPluginAsync, FastifyRequest } from "fastify";
import { Type, type Static } from "typebox";
import { EvidenceFile } from "../api/index.ts";
import { problem, standardProblem } from "../http/index.ts";
import type { Reader } from "../people/index.ts";
import type { Evidence, Opened } from "./evidence.ts";
import { kindOf } from "./media-types.ts";
import { serve } from "./serve.ts";
import { upload } from "./upload.ts";

export interface EvidenceServices {
  readonly evidence: Evidence;
  /** Whether a case that the reader may see refers to this file. Who uploaded a file may see it anyway. */
  readonly mayRead: (reader: Reader, hash: string) => Promise<boolean>;
}

/** Who may have the original, with the metadata in it: the centre, which has to prove things with it. */
const centreRoles: ReadonlySet<string> = new Set(["supervisor", "shiftLeader", "evaluator", "administrator"]);

const Params = Type.Object({
  hash: Type.String({ pattern: "^[0-9a-f]{64}$", description: "SHA-256 of the original" }),
});
interface Route {
  Params: Static<typeof Params>;
}

export function evidenceRoutes({ evidence, mayRead }: EvidenceServices): FastifyPluginAsync {
  /** Opens what the reader may see. What they may not see is, for them, not there. */
  async function opened(request: FastifyRequest<Route>, what: "open" | "thumbnail" | "original"): Promise<Opened> {
    const { hash } = request.params;
    const { reader } = request;
    const may = (await evidence.isUploader(hash, reader.person)) || (await mayRead(reader, hash));
    const found = may ? await evidence[what](hash) : undefined;
    if (found === undefined) throw standardProblem("not-found");
    return found;
  }

  return async (app: FastifyInstance) => {
    // Known inside this capability alone: no other address takes forms.
    await app.register(multipart);
    const tags = ["evidence"];

    app.post(
      "/api/evidence",
      {
        schema: {
          tags,
          summary: "Upload one photo, recording or document",
          description: "multipart/form-data with one file in the field `file`. The same content twice is stored once.",
          consumes: ["multipart/form-data"],
          response: { 201: EvidenceFile },
        },
      },
      async (request, reply) => {
        const file = await upload(evidence, request, reply, request.reader);
        return reply.code(201).header("location", `/api/evidence/${file.hash}`).send(file);
      },
    );

    app.get<Route>(
      "/api/evidence/:hash",
      { schema: { tags, summary: "What people are shown: photos upright and without metadata", params: Params } },
      async (request, reply) => {
        const file = await opened(request, "open");
        return serve(request, reply, file, kindOf(file.mediaType).family === "document" ? "attachment" : "inline");
      },
    );

    app.get<Route>(
      "/api/evidence/:hash/thumbnail",
      { schema: { tags, summary: "A photo's small picture", params: Params } },
      async (request, reply) => serve(request, reply, await opened(request, "thumbnail"), "inline"),
    );

    app.get<Route>(
      "/api/evidence/:hash/original",
      { schema: { tags, summary: "Byte for byte what was uploaded; for the centre's roles", params: Params } },
      async (request, reply) => {
        if (!request.reader.grants.some((grant) => centreRoles.has(grant.role))) throw notCentre();
        return serve(request, reply, await opened(request, "original"), "attachment");
      },
    );
  };
}

const notCentre = () =>
  problem(403, "wrong-role", {
    zh: "原始文件仅限监督中心的督查员、值班长、考评员和管理员下载。",
    en: "The original is for the centre's supervisors, shift leaders, evaluators and administrators only.",
  });
