import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Words } from "@xiuhua/core/procedure";
import { Type } from "typebox";
import {
  Id,
  Responsibility as Matrix,
  ResponsibilityChanges,
  ResponsibilityImport,
  ResponsibilityImported,
  ResponsibilityQuery,
  ResponsibilityRule,
  ResponsibilityRuleInput,
  ResponsibilityTest,
  ResponsibilityTestQuery,
} from "../api/index.ts";
import { problem, refuse } from "../http/index.ts";
import type { Outcome } from "../outcome.ts";
import { administratorOnly } from "../people/index.ts";
import type { Places } from "../places/index.ts";
import { writeRules } from "./csv.ts";
import { matrixOf, shownRule } from "./matrix.ts";
import { changeOf, testOf, type Names } from "./present.ts";
import type { Organisation } from "./question.ts";
import type { Responsibility } from "./responsibility.ts";
import type { Rule } from "./rule.ts";

const tags = ["responsibility"];
const byId = Type.Object({ id: Id });
/** A file of rules, as JSON text. */
const importBytes = 4 << 20;
const changesAtOnce = 50;

export interface ResponsibilityRouteOptions {
  readonly responsibility: Responsibility;
  readonly catalogue: Catalogue;
  readonly directory: Organisation & { person(id: string): { readonly name: Words } | undefined };
  readonly places: Pick<Places, "area" | "areas" | "locate">;
  readonly components: {
    /** What the tester needs of a component. */
    known(code: string): Promise<ComponentKnown | undefined>;
  };
}

interface ComponentKnown {
  readonly type: string;
  readonly owner: string | undefined;
  readonly lng: number;
  readonly lat: number;
}

/** The matrix of who answers for what: everybody reads and tests it, administrators change it. */
export function responsibilityRoutes(options: ResponsibilityRouteOptions): FastifyPluginAsyncTypebox {
  const { responsibility, catalogue, directory, places, components } = options;
  const names: Names = {
    catalogue,
    organisation: directory,
    areaName: (code) => places.area(code)?.name,
    person: (id) => directory.person(id),
  };
  const shown = (rule: Rule) => shownRule(names, rule, responsibility.today());
  const districts = () => places.areas().flatMap(({ code, level }) => (level === "district" ? [code] : []));

  return async (app) => {
    app.get(
      "/api/responsibility",
      {
        schema: {
          tags,
          summary: "The rules, and who gets what by class or type and district",
          querystring: ResponsibilityQuery,
          response: { 200: Matrix },
        },
      },
      ({ query }) => {
        if (query.class !== undefined && !catalogue.class(query.class))
          throw problem(404, "not-found", { zh: "没有这个大类", en: "There is no such class" });
        return matrixOf(
          {
            ...names,
            rules: responsibility.rules(),
            on: responsibility.today(),
            districts: districts(),
            answer: responsibility.answer,
          },
          query.class,
        );
      },
    );
    app.get(
      "/api/responsibility/test",
      {
        schema: {
          tags,
          summary: "Who would get this, and why",
          querystring: ResponsibilityTestQuery,
          response: { 200: ResponsibilityTest },
        },
      },
      async ({ query }) => {
        const component = query.component === undefined ? undefined : await components.known(query.component);
        if (query.component !== undefined && !component)
          throw problem(404, "not-found", { zh: "没有这个部件", en: "There is no such component" });
        const [lng, lat] = [query.lng ?? component?.lng, query.lat ?? component?.lat];
        const area = lng === undefined || lat === undefined ? undefined : places.locate(lng, lat)?.area;
        if (lng !== undefined && area === undefined)
          throw problem(404, "not-found", { zh: "该位置不在本市范围内", en: "This place is outside the city" });
        const type = query.type ?? component?.type;
        if (type !== undefined && !catalogue.type(type))
          throw problem(404, "not-found", { zh: "没有这个案件类别", en: "There is no such type" });
        const question = {
          ...(type === undefined ? {} : { type }),
          ...(area === undefined ? {} : { area }),
          ...(component?.owner === undefined ? {} : { owner: component.owner }),
        };
        return testOf(names, question, responsibility.answer(question));
      },
    );
    app.post(
      "/api/responsibility/rules",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Add a rule", body: ResponsibilityRuleInput, response: { 201: ResponsibilityRule } },
      },
      async (request, reply) =>
        reply.code(201).send(shown(settled(await responsibility.add(request.reader.person, request.body)))),
    );
    app.put(
      "/api/responsibility/rules/:id",
      {
        preHandler: administratorOnly,
        schema: {
          tags,
          summary: "Change a rule: all of it; what is left out is any",
          params: byId,
          body: ResponsibilityRuleInput,
          response: { 200: ResponsibilityRule },
        },
      },
      async ({ reader, params, body }) => shown(settled(await responsibility.change(reader.person, params.id, body))),
    );
    app.delete(
      "/api/responsibility/rules/:id",
      {
        preHandler: administratorOnly,
        schema: { tags, summary: "Delete a rule", params: byId, response: { 204: Type.Null() } },
      },
      async (request, reply) => {
        settled(await responsibility.remove(request.reader.person, request.params.id));
        return reply.code(204).send(null);
      },
    );
    app.get(
      "/api/responsibility/changes",
      {
        schema: {
          tags,
          summary: "Who changed which rule, the newest first",
          querystring: Type.Object(
            { rule: Type.Optional(Id), after: Type.Optional(Type.Integer({ minimum: 1 })) },
            { additionalProperties: false },
          ),
          response: { 200: ResponsibilityChanges },
        },
      },
      async ({ query }) => {
        const { rule, after: below } = query;
        const found = await responsibility.changes({
          limit: changesAtOnce + 1,
          ...(rule === undefined ? {} : { rule }),
          ...(below === undefined ? {} : { below }),
        });
        const items = found.slice(0, changesAtOnce).map((row) => changeOf(names, row));
        const last = items.at(-1);
        return { items, ...(found.length > changesAtOnce && last ? { next: last.id } : {}) };
      },
    );
    app.get(
      "/api/responsibility/export.csv",
      {
        schema: {
          tags,
          summary: "The rules as CSV",
          querystring: Type.Object({ language: Type.Optional(Type.Union([Type.Literal("zh"), Type.Literal("en")])) }),
          produces: ["text/csv"],
        },
      },
      (request, reply) => {
        const language = request.query.language ?? request.language;
        return reply
          .header("content-disposition", `attachment; filename="responsibility-${responsibility.today()}.csv"`)
          .type("text/csv; charset=utf-8")
          .send(writeRules(responsibility.rules(), responsibility.words, language));
      },
    );
    app.post(
      "/api/responsibility/import",
      {
        preHandler: administratorOnly,
        bodyLimit: importBytes,
        schema: {
          tags,
          summary: "Take rules from CSV: all of them or, with a bad line, none",
          body: ResponsibilityImport,
          response: { 200: ResponsibilityImported },
        },
      },
      async ({ reader, body }) => settled(await responsibility.import(reader.person, body.csv, body.replace ?? false)),
    );
  };
}

function settled<T>(outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : refuse(undefined, outcome.refusal);
}
