import { createWriteStream } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { parse } from "@xiuhua/core/procedure";
import { LedgerChoices } from "../api/index.ts";
import { problem } from "../http/index.ts";
import type { LedgerFile } from "./ledgers.ts";
import { limits } from "./limits.ts";

/** Bytes that a form adds around its file: boundaries, headers, what was chosen. */
const formBytes = 256 * 1024;

/** A ledger as it was sent: the file on the disk, and what the person said about it. */
export interface Received {
  readonly file: LedgerFile;
  readonly choices: LedgerChoices;
  /** Removes the file. */
  drop(): Promise<void>;
}

/** Takes a form with the file in `file` and, as JSON, what was chosen in `choices`. */
export async function receive(request: FastifyRequest, reply: FastifyReply): Promise<Received> {
  if (!request.isMultipart()) throw notAForm();
  if (Number(request.headers["content-length"] ?? 0) > limits.bytes + formBytes) {
    // The rest is not read, so the connection is of no more use.
    void reply.header("connection", "close");
    throw tooLarge();
  }
  const folder = await mkdtemp(join(tmpdir(), "xiuhua-ledger-"));
  const drop = () => rm(folder, { recursive: true, force: true });
  try {
    const path = join(folder, "file");
    const { name, choices } = await partsOf(request, path);
    if (name === undefined) throw noFile();
    return { file: { path, name }, choices: choicesOf(choices), drop };
  } catch (error) {
    await drop();
    throw error;
  }
}

async function partsOf(request: FastifyRequest, path: string) {
  let name: string | undefined;
  let choices: unknown;
  const parts = request.parts({
    limits: { fileSize: limits.bytes + 1, files: 1, fields: 4, fieldSize: formBytes, headerPairs: 32 },
  });
  try {
    for await (const part of parts) {
      if (part.type === "field") {
        if (part.fieldname === "choices") choices = part.value;
        continue;
      }
      await pipeline(part.file, createWriteStream(path, { flags: "wx", mode: 0o600 }));
      if (part.file.truncated || part.file.bytesRead > limits.bytes) throw tooLarge();
      // What some browsers send of the folder is nobody's business.
      name = (part.filename ?? "").split(/[/\\]/).at(-1)?.slice(0, 200) ?? "";
    }
  } catch (error) {
    throw isTooLarge(error) ? tooLarge() : error instanceof Error && "statusCode" in error ? error : notAForm();
  }
  return { name, choices };
}

const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "FST_REQ_FILE_TOO_LARGE";

function choicesOf(text: unknown): LedgerChoices {
  const parsed = parse(LedgerChoices, jsonOf(text));
  if (parsed.ok) return parsed.value;
  const { problems } = parsed;
  throw problem(
    422,
    "invalid-input",
    problems[0]?.message ?? { zh: "“choices”不正确", en: "“choices” is not right" },
    problems.map((one) => ({ ...one, field: `/choices${one.field}` })),
  );
}

function jsonOf(text: unknown): unknown {
  if (typeof text !== "string") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const notAForm = () =>
  problem(415, "not-multipart", {
    zh: "请以 multipart/form-data 格式上传：文件放在“file”，选项（JSON）放在“choices”。",
    en: "Send a form (multipart/form-data): the file in “file”, what was chosen as JSON in “choices”.",
  });

const noFile = () => problem(422, "invalid-input", { zh: "请选择文件。", en: "Choose a file." });

const tooLarge = () =>
  problem(413, "too-large", {
    zh: `文件超过 ${limits.bytes >> 20} MB。请拆成几个文件，或删除其中的图片。`,
    en: `The file is over ${limits.bytes >> 20} MB. Split it, or take the pictures out.`,
  });
