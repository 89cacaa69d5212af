import { Readable } from "node:stream";
import multipart from "@fastify/multipart";
import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyReply, FastifyRequest } from "fastify";
import { Type } from "typebox";
import { Id, LedgerForm, LedgerPreview, type LedgerLine } from "../api/index.ts";
import { problem } from "../http/index.ts";
import { ImportError } from "../imports/index.ts";
import type { Ledgers, ReadLedger } from "./ledgers.ts";
import { previewOf, shownForm } from "./present.ts";
import { receive, type Received } from "./receive.ts";
import { reportOf } from "./report.ts";
import { templateOf } from "./template.ts";

const tags = ["ledgers"];
const excel = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const asForm = {
  consumes: ["multipart/form-data"],
  description:
    "multipart/form-data: the workbook (.xlsx) or CSV in `file`; in `choices`, as JSON, the procedure and what the person chose (LedgerChoices).",
};
/** Rows between two lines of progress. */
const rowsPerLine = 20;

/** Ledgers in spreadsheets: look at one, import it, and say what became of it. The same file does nothing twice. */
export function ledgerRoutes(ledgers: Ledgers): FastifyPluginAsyncTypebox {
  return async (app) => {
    // Known inside this capability alone: no other address takes these forms.
    await app.register(multipart);

    app.get(
      "/api/ledgers",
      {
        schema: { tags, summary: "What this person may import a ledger of", response: { 200: Type.Array(LedgerForm) } },
      },
      (request) => ledgers.forms(request.reader).map(shownForm),
    );
    app.get(
      "/api/ledgers/:procedure/:action/template.xlsx",
      {
        schema: {
          tags,
          summary: "An empty ledger with the right headings",
          params: Type.Object({ procedure: Id, action: Id }),
          produces: [excel],
        },
      },
      (request, reply) => {
        const { procedure, action } = request.params;
        const form = ledgers
          .forms(request.reader)
          .find((one) => one.procedure.id === procedure && one.opening.action === action);
        if (!form) throw problem(404, "not-found", { zh: "没有这个台账", en: "There is no such ledger" });
        return asFile(reply, `${procedure}-template.xlsx`, templateOf(form, request.language));
      },
    );
    app.post(
      "/api/ledgers/preview",
      {
        schema: {
          tags,
          summary: "What an import would do; nothing is written",
          ...asForm,
          response: { 200: LedgerPreview },
        },
      },
      (request, reply) => withFile(request, reply, async (read) => previewOf(await read())),
    );
    app.post(
      "/api/ledgers/report.xlsx",
      { schema: { tags, summary: "What became of each row of a file", ...asForm, produces: [excel] } },
      (request, reply) =>
        withFile(request, reply, async (read) => {
          const ledger = await read();
          return asFile(reply, "import-report.xlsx", reportOf(ledger, request.language));
        }),
    );
    app.post(
      "/api/ledgers/import",
      {
        schema: {
          tags,
          summary: "Open a case for each sound row; the answer tells how far it is, line by line (LedgerLine)",
          ...asForm,
          produces: ["application/x-ndjson"],
        },
      },
      (request, reply) =>
        withFile(request, reply, async (read) => {
          const ledger = await read();
          const gone = new AbortController();
          reply.raw.on("close", () => gone.abort());
          return reply.type("application/x-ndjson").send(Readable.from(linesOf(request, ledger, gone.signal)));
        }),
    );
  };

  /** Rows are opened while the lines are read; a failure half-way is the last line. */
  async function* linesOf(request: FastifyRequest, ledger: ReadLedger, signal: AbortSignal): AsyncGenerator<string> {
    const line = (one: LedgerLine) => `${JSON.stringify(one)}\n`;
    let done = 0;
    let wake: () => void = () => undefined;
    const rows = ledger.rows.length;
    let ended = false;
    const bringing = ledgers
      .bring(request.reader, ledger, {
        signal,
        onProgress(count) {
          done = count;
          if (count % rowsPerLine === 0) wake();
        },
      })
      .finally(() => {
        ended = true;
        wake();
      });
    bringing.catch(() => undefined);
    yield line({ kind: "progress", done, rows });
    while (!ended) {
      await new Promise<void>((settle) => (wake = settle));
      if (!ended) yield line({ kind: "progress", done, rows });
    }
    try {
      const { finished: _finished, ...result } = (await bringing).result;
      yield line({ kind: "done", ...result });
    } catch (error) {
      request.log.error({ error }, "A ledger could not be imported");
      yield line({ kind: "failed", message: broken });
    }
  }

  /** The file is on the disk while it is read, and no longer. */
  async function withFile<T>(
    request: FastifyRequest,
    reply: FastifyReply,
    answer: (read: () => Promise<ReadLedger>) => Promise<T>,
  ): Promise<T> {
    const received: Received = await receive(request, reply);
    try {
      return await answer(() => ledgers.read(request.reader, received.file, received.choices));
    } catch (error) {
      if (error instanceof ImportError) throw problem(422, "bad-ledger", error.words);
      throw error;
    } finally {
      await received.drop();
    }
  }
}

const broken = {
  zh: "导入中断。已导入的不受影响；请重新导入同一文件，已有的不会重复。",
  en: "The import broke off. What was imported stays; import the same file again, nothing is made twice.",
};

function asFile(reply: FastifyReply, name: string, content: Readable): FastifyReply {
  return reply.header("content-disposition", `attachment; filename="${name}"`).type(excel).send(content);
}
