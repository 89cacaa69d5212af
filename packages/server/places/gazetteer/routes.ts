import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import {
  CorrectionInput,
  DescribeQuery,
  GazetteerState,
  GazetteerVersion,
  MadeCorrection,
  PlaceDescription,
  PlaceResolution,
  ResolveQuery,
} from "../../api/index.ts";
import { problem, standardProblem } from "../../http/index.ts";
import { mayAdminister } from "../../people/index.ts";
import type { Database } from "../../store/index.ts";
import type { Places } from "../places.ts";
import { addCorrection, undoCorrection } from "./corrections.ts";
import { positionsIn, shownCorrection } from "./kept.ts";
import type { InForce, LiveGazetteer } from "./live.ts";
import { nearestComponent, type ComponentsNear } from "./nearest-component.ts";
import { standing } from "./standing.ts";
import { rounded, tellResolution } from "../told/index.ts";
import { listVersions, useVersion } from "./versions.ts";

export interface GazetteerServices {
  readonly db: Database;
  readonly city: { readonly code: string };
  readonly places: Places;
  readonly gazetteer: LiveGazetteer;
  readonly components: ComponentsNear;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const tags = ["places"];

/** A person types a few a second; a program that has more to ask takes the command line. Our own choice. */
const rateLimit = {
  max: 600,
  timeWindow: "1 minute",
  keyGenerator: (request: FastifyRequest) => request.reader.person,
};

/** Text to points and back, and what they are found by. */
export function gazetteerRoutes(services: GazetteerServices): FastifyPluginAsyncTypebox {
  return async (app) => {
    await app.register(askRoutes(services));
    await app.register(stateRoutes(services));
    await app.register(correctionRoutes(services));
  };
}

function askRoutes({ places, gazetteer, components }: GazetteerServices): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/places/resolve",
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: "Points that a description may mean, best first, each with its error radius and its doubts",
          querystring: ResolveQuery,
          response: { 200: PlaceResolution },
        },
      },
      async ({ query: { text, near } }) => {
        const [lng, lat] = near?.split(",").map(Number) ?? [];
        const present = await gazetteer.current();
        const told = tellResolution(
          present.gazetteer,
          text,
          lng === undefined || lat === undefined ? undefined : [lng, lat],
        );
        return {
          text,
          parsed: told.parsed,
          leftover: [...told.leftover],
          points: told.points.map(({ at: [east, north], radiusMetres, score, reading, doubts }) => ({
            lng: east,
            lat: north,
            radius: radiusMetres,
            score,
            reading,
            doubts: doubts.map((doubt) => ({ ...doubt })),
            ...standing(places, east, north),
          })),
        };
      },
    );
    app.get(
      "/api/places/describe",
      {
        config: { rateLimit },
        schema: {
          tags,
          summary: "What a local would say of a point; its areas, its grid cell and the nearest component",
          querystring: DescribeQuery,
          response: { 200: PlaceDescription },
        },
      },
      async ({ query: { lng, lat } }) => {
        const [{ gazetteer: present }, component] = await Promise.all([
          gazetteer.current(),
          nearestComponent(components, lng, lat),
        ]);
        const [best, ...others] = present.describe([lng, lat]);
        return {
          text: best?.text ?? null,
          alternatives: others.map(({ text }) => text),
          offMetres: best ? rounded(best.offMetres, 1) : null,
          ...standing(places, lng, lat),
          ...(component ? { component } : {}),
        };
      },
    );
  };
}

async function administratorOnly({ reader }: FastifyRequest): Promise<void> {
  if (!mayAdminister(reader))
    throw problem(403, "wrong-role", {
      zh: "只有管理员可以修正路网和地名。",
      en: "Only an administrator may correct roads and places.",
    });
}

function stateRoutes({ db, city, gazetteer }: GazetteerServices): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/places/gazetteer",
      {
        schema: {
          tags,
          summary: "The road network in force, what it holds and where it comes from",
          response: { 200: GazetteerState },
        },
      },
      async () => stateOf(await gazetteer.current()),
    );
    app.get(
      "/api/places/gazetteer/versions",
      { schema: { tags, summary: "All versions, the newest first", response: { 200: Type.Array(GazetteerVersion) } } },
      () => listVersions(db, city.code),
    );
    app.post(
      "/api/places/gazetteer/versions/:version/in-force",
      {
        preHandler: administratorOnly,
        schema: {
          tags,
          summary: "Put a version of the road network into force, older or newer; corrections are laid over it",
          params: byVersion,
          response: { 200: GazetteerState },
        },
      },
      async (request) => {
        const { version } = request.params;
        if (!(await useVersion(db, city.code, version))) throw standardProblem("not-found");
        await gazetteer.refresh();
        request.log.info({ change: "version put into force", by: request.reader.person, version }, "gazetteer changed");
        return stateOf(await gazetteer.current());
      },
    );
  };
}

function stateOf({ version, gazetteer, fates }: InForce) {
  const count = (fate: string) => [...fates.values()].filter((one) => one === fate).length;
  return {
    inForce: version ?? null,
    crossings: gazetteer.size.crossings,
    corrections: count("applied"),
    orphaned: count("orphaned"),
  };
}

const byVersion = Type.Object({ version: Type.Integer({ minimum: 1, maximum: 1_000_000 }) });
const byNo = Type.Object({ no: Type.Integer({ minimum: 1 }) });
const Page = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 500, default: 100 })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: "Number of the last one of the page before" })),
  },
  { additionalProperties: false },
);

function correctionRoutes({ db, city, places, gazetteer, now }: GazetteerServices): FastifyPluginAsyncTypebox {
  const shown = async (no: number) => {
    await gazetteer.refresh();
    const { corrections, fates } = await gazetteer.current();
    const kept = corrections.find((one) => one.no === no);
    if (!kept) throw standardProblem("not-found");
    return shownCorrection(kept, fates);
  };
  return async (app) => {
    app.addHook("preHandler", administratorOnly);
    app.get(
      "/api/places/gazetteer/corrections",
      {
        schema: {
          tags,
          summary:
            "Corrections by hand, the newest first, a page at a time; orphaned ones and those taken back as well",
          querystring: Page,
          response: { 200: Type.Array(MadeCorrection) },
        },
      },
      async ({ query: { limit = 100, before = Infinity } }) => {
        const { corrections, fates } = await gazetteer.current();
        const page = corrections.filter(({ no }) => no < before).slice(-limit);
        return page.toReversed().map((one) => shownCorrection(one, fates));
      },
    );
    app.post(
      "/api/places/gazetteer/corrections",
      {
        schema: {
          tags,
          summary: "Correct a road, a place or a house number; it holds for every version to come",
          body: CorrectionInput,
          response: { 201: MadeCorrection },
        },
      },
      async (request, reply) => {
        const { body, reader } = request;
        const far = positionsIn(body.correction).some(([lng, lat]) => !places.locate(lng, lat));
        if (far) throw problem(422, "invalid-input", outside, [{ field: "/correction", message: outside }]);
        const no = await addCorrection(db, city.code, body, reader.person, now());
        const made = await shown(no);
        request.log.info({ change: "correction made", by: reader.person, about: made }, "gazetteer changed");
        return reply.code(201).send(made);
      },
    );
    app.delete(
      "/api/places/gazetteer/corrections/:no",
      {
        schema: {
          tags,
          summary: "Take a correction back; it stays on the list",
          params: byNo,
          response: { 200: MadeCorrection },
        },
      },
      async (request) => {
        const { no } = request.params;
        if (!(await undoCorrection(db, city.code, no, request.reader.person, now())))
          throw standardProblem("not-found");
        request.log.info(
          { change: "correction taken back", by: request.reader.person, about: { no } },
          "gazetteer changed",
        );
        return shown(no);
      },
    );
  };
}

const outside = { zh: "位置不在本市范围内", en: "The position lies outside the city" };
