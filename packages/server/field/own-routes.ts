import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import { Type } from "typebox";
import {
  Alarm,
  AlarmInput,
  FieldMe,
  FieldShift,
  FieldShiftInput,
  TrackInput,
  TrackResult,
  TypeSuggestion,
} from "../api/index.ts";
import { instantOf, limitByPerson } from "../http/index.ts";
import type { Field } from "./field.ts";

const tags = ["field"];

/** Batches of one phone a minute: it sends one every minute or two, and some more when it comes back. */
const batchesPerMinute = 60;

/** Nobody presses it more often; a phone that is not answered sends again every few seconds. */
const alarmsPerMinute = 20;

/** What somebody in the street does about themself. */
export function ownRoutes(field: Field): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/field/me",
      { schema: { tags, summary: "My shift, my grid, today's coverage, my tasks", response: { 200: FieldMe } } },
      (request) => field.me(request.reader),
    );
    app.post(
      "/api/field/shift",
      {
        schema: {
          tags,
          summary: "Begin or end my shift",
          description: "`at` is the phone's time, up to 24 hours back. Sent twice it counts once.",
          body: FieldShiftInput,
          response: { 200: FieldShift },
        },
      },
      (request) => {
        const { action, at } = request.body;
        return field.duty[action](request.reader, instantOf(at, "/at"));
      },
    );

    app.post(
      "/api/field/track",
      {
        schema: {
          tags,
          summary: "Points of my track",
          description: "Taken while on duty, thinned; sent twice they count once.",
          body: TrackInput,
          response: { 200: TrackResult },
        },
        preHandler: limitByPerson(app, "track", batchesPerMinute),
      },
      (request) =>
        field.track.take(
          request.reader,
          request.body.points.map((point, at) => ({ ...point, at: instantOf(point.at, `/points/${at}/at`) })),
        ),
    );
    app.post(
      "/api/field/alarm",
      {
        schema: {
          tags,
          summary: "The alarm button: tells the centre at once",
          description: "Sent again with the same `id` it is the same alarm.",
          body: AlarmInput,
          response: { 201: Alarm },
        },
        preHandler: limitByPerson(app, "alarm", alarmsPerMinute),
      },
      async (request, reply) =>
        reply.code(201).send(await field.alarms.raise(request.reader, request.body, instantOf(request.body.at, "/at"))),
    );
    app.get(
      "/api/field/alarm",
      {
        schema: {
          tags,
          summary: "My own alarms of the last 24 hours, the newest first: whether somebody has answered",
          response: { 200: Type.Array(Alarm) },
        },
      },
      (request) => field.alarms.own(request.reader),
    );
    app.get(
      "/api/field/suggestions",
      {
        schema: {
          tags,
          summary: "Types that I, or others in this cell, reported lately; the likeliest first",
          querystring: Type.Object(
            {
              lng: Type.Optional(Type.Number({ minimum: -180, maximum: 180 })),
              lat: Type.Optional(Type.Number({ minimum: -90, maximum: 90 })),
            },
            { additionalProperties: false },
          ),
          response: { 200: Type.Array(TypeSuggestion) },
        },
      },
      (request) => {
        const { lng, lat } = request.query;
        return field.suggest(request.reader, lng === undefined || lat === undefined ? undefined : { lng, lat });
      },
    );
  };
}
