import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type } from "typebox";
import { PlaceKind, PlaceVersion, Problem, PutInForceAnswer, VersionAddress } from "../api/index.ts";
import { problem } from "../http/index.ts";
import { mayAdminister } from "../people/index.ts";
import { discardDraft, listPlaceVersions, putInForce } from "./register/index.ts";
import type { PlaceServices } from "./routes.ts";

const tags = ["places"];
const iso = (at: number): string => new Date(at).toISOString();

async function administratorOnly({ reader }: FastifyRequest): Promise<void> {
  if (!mayAdminister(reader))
    throw problem(403, "wrong-role", { zh: "只有管理员可以这样做。", en: "Only an administrator may do this." });
}

const missing = { zh: "没有这个版本。", en: "There is no such version." };

/** Versions of areas and grids: everybody on the staff sees them, administrators put one into force. */
export function versionRoutes({ db, city, places, now }: PlaceServices): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      "/api/places/versions",
      {
        schema: {
          tags,
          summary: "Versions of areas, unit grid and responsibility grids, the newest first",
          querystring: Type.Object({ kind: Type.Optional(PlaceKind) }),
          response: { 200: Type.Array(PlaceVersion), default: Problem },
        },
      },
      async (request) => {
        const versions = await listPlaceVersions(db, city.code, request.query.kind);
        return versions.flatMap(({ state, madeAt, inForceFrom, inForceTo, hints, changes, ...rest }) =>
          state === "loading"
            ? []
            : {
                ...rest,
                state,
                madeAt: iso(madeAt),
                hints: hints.map((one) => ({ ...one })),
                ...(changes ? { changes: { ...changes } } : {}),
                ...(inForceFrom === undefined ? {} : { inForceFrom: iso(inForceFrom) }),
                ...(inForceTo === undefined ? {} : { inForceTo: iso(inForceTo) }),
              },
        );
      },
    );

    app.post(
      "/api/places/versions/:kind/:version/in-force",
      {
        preHandler: administratorOnly,
        schema: {
          tags,
          summary: "Put a draft into force, or what an earlier version was as a new version",
          params: VersionAddress,
          response: { 200: PutInForceAnswer, default: Problem },
        },
      },
      async (request) => {
        const { kind, version } = request.params;
        const put = await putInForce(db, { city: city.code, kind, version }, { at: now(), by: request.reader.person });
        if (put.ok) {
          request.log.info({ kind, version: put.version, by: request.reader.person }, "places put into force");
          await places.refresh();
          return { version: put.version, changes: { ...put.changes } };
        }
        if (put.because === "missing") throw problem(404, "not-found", missing);
        if (put.because === "already")
          throw problem(409, "conflict", { zh: "该版本已在使用。", en: "This version is in force already." });
        const errors = put.findings.filter(({ level }) => level === "error");
        throw problem(
          422,
          "rule",
          {
            zh: `该版本与现行的区划或网格不符：${errors.map(({ what }) => what.zh).join("；")}。现行版本照旧。`,
            en: `It does not fit the areas or the grid in force: ${errors.map(({ what }) => what.en).join("; ")}. The version in force stays.`,
          },
          errors.flatMap(({ instances, remedy, what }) =>
            instances.map(({ codes }) => ({
              field: codes.join(" × "),
              message: { zh: `${what.zh}。${remedy.zh}`, en: `${what.en}. ${remedy.en}` },
            })),
          ),
        );
      },
    );

    app.delete(
      "/api/places/versions/:kind/:version",
      {
        preHandler: administratorOnly,
        schema: {
          tags,
          summary: "Throw a draft away",
          params: VersionAddress,
          response: { 204: Type.Null(), default: Problem },
        },
      },
      async (request, reply) => {
        const { kind, version } = request.params;
        if (!(await discardDraft(db, { city: city.code, kind, version })))
          throw problem(404, "not-found", {
            zh: "没有这个草稿；已启用过的版本不能删除。",
            en: "There is no such draft; what was in force is kept.",
          });
        return reply.code(204).send(null);
      },
    );
  };
}
