import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import {
  Alarm,
  AlarmAnswer,
  Bulletin,
  BulletinInput,
  CellCoverage,
  CoverageReport,
  Day,
  FieldTrack,
  Id,
} from "../api/index.ts";
import { instantOf, problem } from "../http/index.ts";
import type { FieldContext } from "./context.ts";
import type { Field } from "./field.ts";
import { FieldPeoplePage } from "./people.ts";
import { reachOrRefuse, reaches } from "./reach.ts";

const tags = ["field"];
const Area = Type.String({ pattern: "^[0-9]{4,12}$" });
const byId = Type.Object({ id: Type.String({ minLength: 1, maxLength: 140 }) });

/** What the centre sees of the street: people on duty, tracks, coverage, alarms; and what it says to them. */
export function centreRoutes(
  field: Field,
  context: Pick<FieldContext, "city" | "directory" | "now">,
): FastifyPluginAsyncTypebox {
  const today = () => context.city.calendar.localDate(context.now());
  return async (app) => {
    app.get(
      "/api/field/people",
      {
        schema: {
          tags,
          summary: "People on duty over my area, with their last position; for shift leaders, dispatchers and leaders",
          querystring: Type.Object(
            {
              limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 1000, default: 500 })),
              after: Type.Optional(Id),
            },
            { additionalProperties: false },
          ),
          response: { 200: FieldPeoplePage },
        },
      },
      (request) => field.people(reachOrRefuse(request.reader), request.query.limit ?? 500, request.query.after),
    );
    app.get(
      "/api/field/tracks",
      {
        schema: {
          tags,
          summary: "One person's track of a day: my own, or of people over whom I have the say",
          querystring: Type.Object(
            { person: Type.Optional(Id), day: Type.Optional(Day) },
            { additionalProperties: false },
          ),
          response: { 200: FieldTrack },
        },
      },
      async (request) => {
        const { person = request.reader.person, day = today() } = request.query;
        if (person !== request.reader.person) {
          const reach = reachOrRefuse(request.reader);
          const areas = context.directory.grantsOf(person).map((grant) => grant.area);
          if (reach !== "city" && !areas.some((area) => reaches(reach, area))) throw noSuchPerson();
        }
        return field.track.ofDay(person, day);
      },
    );
    app.get(
      "/api/field/coverage",
      {
        schema: {
          tags,
          summary: "Cells of an area that were walked on a day",
          querystring: Type.Object({ area: Area, day: Type.Optional(Day) }, { additionalProperties: false }),
          response: { 200: Type.Array(CellCoverage) },
        },
      },
      async (request) => {
        const reach = reachOrRefuse(request.reader);
        if (!reaches(reach, request.query.area)) throw foreignArea();
        return field.coverage.ofArea(request.query.area, request.query.day ?? today());
      },
    );
    app.get(
      "/api/field/coverage/report",
      {
        schema: {
          tags,
          summary: "How much of an area was walked on a day: by the areas within, and by cell",
          querystring: Type.Object({ area: Area, day: Type.Optional(Day) }, { additionalProperties: false }),
          response: { 200: CoverageReport },
        },
      },
      async (request) => {
        const reach = reachOrRefuse(request.reader);
        const { area, day = today() } = request.query;
        if (!reaches(reach, area)) throw foreignArea();
        return field.coverage.report(area, day);
      },
    );
    app.get(
      "/api/field/alarms",
      {
        schema: {
          tags,
          summary: "Alarms over my area, the unanswered first",
          querystring: Type.Object(
            { limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: 50 })) },
            { additionalProperties: false },
          ),
          response: { 200: Type.Array(Alarm) },
        },
      },
      (request) => field.alarms.list(reachOrRefuse(request.reader), request.query.limit ?? 50),
    );
    app.post(
      "/api/field/alarms/:id/answer",
      {
        schema: {
          tags,
          summary: "Say that I take care of an alarm",
          params: byId,
          body: AlarmAnswer,
          response: { 200: Alarm },
        },
      },
      (request) =>
        field.alarms.answer(request.reader, reachOrRefuse(request.reader), request.params.id, request.body.text),
    );
    app.get(
      "/api/bulletins",
      {
        schema: {
          tags,
          summary: "The centre's words that are up and meant for me",
          response: { 200: Type.Array(Bulletin) },
        },
      },
      (request) => field.bulletins.list(request.reader),
    );
    app.post(
      "/api/bulletins",
      {
        schema: {
          tags,
          summary: "Say something to roles and an area, for today unless said; for shift leaders and leaders",
          body: BulletinInput,
          response: { 201: Bulletin },
        },
      },
      async (request, reply) => {
        const { until } = request.body;
        const end = until === undefined ? undefined : instantOf(until, "/until");
        return reply.code(201).send(await field.bulletins.write(request.reader, request.body, end));
      },
    );
    app.delete(
      "/api/bulletins/:id",
      { schema: { tags, summary: "Take a word of the centre down", params: byId, response: { 204: Type.Null() } } },
      async (request, reply) => {
        await field.bulletins.remove(request.reader, request.params.id);
        return reply.code(204).send(null);
      },
    );
  };
}

const noSuchPerson = () =>
  problem(404, "not-found", { zh: "没有这个人员，或不在您的辖区", en: "There is no such person in your area" });

const foreignArea = () => problem(403, "wrong-role", { zh: "该区域不在您的辖区", en: "This area is not yours" });
