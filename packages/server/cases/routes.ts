import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import {
  ActOnCase,
  BulkAct,
  BulkResult,
  CaseCounts,
  CaseDetail,
  CaseFilter,
  CaseListQuery,
  CasePage,
  Id,
  LiveCase,
  OpenCase,
} from "../api/index.ts";
import { refuse } from "../http/index.ts";
import { notFound } from "./answer.ts";
import { deviceOf, evidenceOf } from "./device.ts";
import type { CaseService } from "./service.ts";
import { keyOf, settled, WriteHeaders } from "./writing.ts";

const tags = ["cases"];
const byNo = Type.Object({ no: Id });

/** Open a case, act on it, list, count, read. */
export function caseRoutes(cases: CaseService): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/cases",
      {
        schema: {
          tags,
          summary: "Cases this person may see, by filter, a page at a time",
          querystring: CaseListQuery,
          response: { 200: CasePage },
        },
      },
      (request) => cases.pages.list(request.reader, request.query),
    );
    app.get(
      "/api/cases/counts",
      {
        schema: {
          tags,
          summary: "How many wait for me, by light; how many stand in each state",
          querystring: CaseFilter,
          response: { 200: CaseCounts },
        },
      },
      (request) => cases.pages.counts(request.reader, request.query),
    );
    app.get(
      "/api/cases/:no",
      {
        schema: {
          tags,
          summary: "One case with its timeline, its clocks and the actions this person may take now",
          params: byNo,
          response: { 200: CaseDetail },
        },
      },
      async (request, reply) =>
        (await cases.detail(request.reader, request.params.no)) ?? refuse(reply, { ...notFound, code: "not-found" }),
    );
    app.post(
      "/api/cases",
      { schema: { tags, summary: "Open a case", headers: WriteHeaders, body: OpenCase, response: { 201: LiveCase } } },
      async (request, reply) => {
        const { procedure, action, input, evidence, device } = request.body;
        const answer = await cases.open(request.reader, {
          procedure,
          action,
          input,
          evidence: evidenceOf(evidence),
          ...deviceOf(device),
          ...keyOf(request.headers),
        });
        return reply.code(201).send(settled(answer));
      },
    );
    app.post(
      "/api/cases/:no/actions/:action",
      {
        schema: {
          tags,
          summary: "Act on a case",
          headers: WriteHeaders,
          params: Type.Object({ no: Id, action: Id }),
          body: ActOnCase,
          response: { 200: LiveCase },
        },
      },
      async (request) => {
        const { input, evidence, device, seq } = request.body;
        return settled(
          await cases.act(request.reader, {
            ...request.params,
            input,
            evidence: evidenceOf(evidence),
            ...deviceOf(device),
            ...(seq === undefined ? {} : { seq }),
            ...keyOf(request.headers),
          }),
        );
      },
    );
    app.post(
      "/api/cases/actions",
      {
        schema: {
          tags,
          summary: "Do one action on several cases; each has its own result",
          headers: WriteHeaders,
          body: BulkAct,
          response: { 200: BulkResult },
        },
      },
      async (request) => {
        const { action, input, evidence = [] } = request.body;
        const key = request.headers["idempotency-key"];
        const results = await Promise.all(
          request.body.cases.map(async ({ no, seq }) => {
            const answer = await cases.act(request.reader, {
              no,
              action,
              input,
              evidence,
              ...(seq === undefined ? {} : { seq }),
              ...(key === undefined ? {} : { key: `${key}:${no}` }),
            });
            return answer.ok
              ? { no, ok: true, state: answer.value.state }
              : { no, ok: false, code: answer.refusal.code, message: { ...answer.refusal.message } };
          }),
        );
        return { results };
      },
    );
  };
}
