import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import { Id, Notice, SavedFilter, StockPhrase } from "../api/index.ts";
import type { City } from "../city/index.ts";
import type { People } from "../people/index.ts";
import type { Database } from "../store/index.ts";
import { mostKept } from "./context.ts";
import { makeFilters } from "./filters.ts";
import { makeNotices } from "./notices.ts";
import { makePhrases } from "./phrases.ts";
import { foreignUnit, noFilter, noPhrase, tooMany, zeroByte } from "./refusals.ts";
import { FilterInput, FilterPatch, NoticeListQuery, NoticesRead, PhraseInput, wordsOf } from "./schemas.ts";

export interface DeskServices {
  readonly db: Database;
  readonly city: Pick<City, "code">;
  readonly people: { readonly directory: Pick<People["directory"], "unit" | "within"> };
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const tags = ["desk"];
const byId = Type.Object({ id: Id });
const Done = Type.Null();

/** What a person keeps at their desk: saved filters, stock phrases, notices. */
export function deskRoutes({ db, city, people, now }: DeskServices): FastifyPluginAsyncTypebox {
  const context = { db, city: city.code, directory: people.directory, now };
  return async (app) => {
    app.addHook("preHandler", async ({ body, query, params }) => {
      if (hasZeroByte([body, query, params])) throw zeroByte();
    });
    await app.register(filterRoutes(makeFilters(context)));
    await app.register(phraseRoutes(makePhrases(context)));
    await app.register(noticeRoutes(makeNotices(context)));
  };
}

function filterRoutes(filters: ReturnType<typeof makeFilters>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/filters",
      {
        schema: {
          tags,
          summary: "One's own saved filters, and those shared in one's units",
          response: { 200: Type.Array(SavedFilter) },
        },
      },
      (request) => filters.list(request.reader),
    );
    app.post(
      "/api/filters",
      {
        schema: {
          tags,
          summary: "Save a filter, for oneself or shared in a unit one belongs to",
          body: FilterInput,
          response: { 201: SavedFilter },
        },
      },
      async (request, reply) => reply.code(201).send(settled(await filters.add(request.reader, request.body))),
    );
    app.patch(
      "/api/filters/:id",
      {
        schema: {
          tags,
          summary: "Change a filter of one's own; the administrator also a shared one",
          params: byId,
          body: FilterPatch,
          response: { 200: SavedFilter },
        },
      },
      async (request) => settled(await filters.change(request.reader, request.params.id, request.body)),
    );
    app.delete(
      "/api/filters/:id",
      {
        schema: {
          tags,
          summary: "Delete a filter of one's own; the administrator also a shared one",
          params: byId,
          response: { 204: Done },
        },
      },
      async (request, reply) => {
        if (!(await filters.remove(request.reader, request.params.id))) throw noFilter();
        return reply.code(204).send(null);
      },
    );
  };
}

function phraseRoutes(phrases: ReturnType<typeof makePhrases>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/phrases",
      {
        schema: {
          tags,
          summary: "Phrases to pick from: one's own first, then one's units', then the city's",
          querystring: Type.Object({ action: Type.Optional(Id) }, { additionalProperties: false }),
          response: { 200: Type.Array(StockPhrase) },
        },
      },
      (request) => phrases.list(request.reader, request.query.action),
    );
    app.post(
      "/api/phrases",
      {
        schema: {
          tags,
          summary: "Keep a phrase for oneself; shift leaders and administrators also for a unit",
          body: PhraseInput,
          response: { 201: StockPhrase },
        },
      },
      async (request, reply) => {
        const { text, ...rest } = request.body;
        return reply.code(201).send(settled(await phrases.add(request.reader, { ...rest, text: wordsOf(text) })));
      },
    );
    app.delete(
      "/api/phrases/:id",
      {
        schema: {
          tags,
          summary: "Delete a phrase of one's own, or of a unit one may write for",
          params: byId,
          response: { 204: Done },
        },
      },
      async (request, reply) => {
        if (!(await phrases.remove(request.reader, request.params.id))) throw noPhrase();
        return reply.code(204).send(null);
      },
    );
  };
}

function noticeRoutes(notices: ReturnType<typeof makeNotices>): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/notices",
      {
        schema: {
          tags,
          summary: "One's notices, newest first, a page at a time",
          querystring: NoticeListQuery,
          response: { 200: Type.Array(Notice) },
        },
      },
      (request) => notices.list(request.reader, { limit: 50, ...request.query }),
    );
    app.post(
      "/api/notices/read",
      {
        schema: {
          tags,
          summary: "Mark these notices of one's own as read, or all",
          body: NoticesRead,
          response: { 200: Type.Object({ read: Type.Integer() }) },
        },
      },
      async (request) => ({ read: await notices.read(request.reader, request.body.ids) }),
    );
  };
}

/** What was saved, or the refusal as a problem answer. */
function settled<Saved extends object>(result: Saved | "unknown" | "foreign-unit" | "too-many"): Saved {
  switch (result) {
    case "unknown":
      throw noFilter();
    case "foreign-unit":
      throw foreignUnit();
    case "too-many":
      throw tooMany(mostKept);
    default:
      return result;
  }
}

/** PostgreSQL has no text with a zero byte, and no person types one. */
function hasZeroByte(value: unknown): boolean {
  if (typeof value === "string") return value.includes("\0");
  return typeof value === "object" && value !== null && Object.values(value).some(hasZeroByte);
}
