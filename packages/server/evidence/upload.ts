import type { FastifyReply, FastifyRequest } from "fastify";
import type { EvidenceFile } from "../api/index.ts";
import type { Evidence } from "./evidence.ts";
import { largest } from "./limits.ts";
import { uploadProblem } from "./problem.ts";
import { missing, notMultipart, tooLarge, wrongField } from "./refusals.ts";

/** Bytes that a form adds around its file: boundaries, headers, a few fields. */
const formBytes = 64 * 1024;

/**
 * Takes the one file of a multipart request in, streaming.
 * @param reader whose it will be
 * @throws ProblemAnswer
 */
export async function upload(
  evidence: Evidence,
  request: FastifyRequest,
  reply: FastifyReply,
  reader: { readonly person: string },
): Promise<EvidenceFile> {
  if (!request.isMultipart()) throw uploadProblem(notMultipart);
  const most = largest(evidence.limits);
  if (Number(request.headers["content-length"] ?? 0) > most + formBytes) {
    // The rest is not read, so the connection is of no more use.
    void reply.header("connection", "close");
    throw uploadProblem(tooLarge(most));
  }
  const part = await firstFile(request, most);
  if (part === undefined) throw uploadProblem(missing);
  if (part.fieldname !== "file") throw uploadProblem(wrongField);
  const stored = await evidence.store(part.file, { reader, fileName: part.filename });
  if (!stored.ok) throw uploadProblem(stored.refusal);
  return stored.value;
}

async function firstFile(request: FastifyRequest, most: number) {
  try {
    return await request.file({
      // One byte more than may be: the form's reader then stops handing on, and the count tells that it was too much.
      limits: { fileSize: most + 1, files: 1, fields: 8, fieldSize: 1024, headerPairs: 32 },
      throwFileSizeLimit: false,
    });
  } catch {
    // Before the file begins nothing of ours takes part: a form without boundary, with a hundred fields, or cut off.
    throw uploadProblem(notMultipart);
  }
}
