import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import {
  ByCode,
  ComponentChange,
  ComponentDetail,
  ComponentDueQuery,
  ComponentInspection,
  ComponentListQuery,
  ComponentPage,
  ComponentStateChange,
} from "../api/index.ts";
import { problem, refuse } from "../http/index.ts";
import type { Outcome } from "../outcome.ts";
import type { Reader } from "../people/index.ts";
import type { Components } from "./components.ts";

const tags = ["components"];

/** Components: everybody reads them; who keeps them up changes them and records inspections. */
export function componentRoutes(components: Components): FastifyPluginAsyncTypebox {
  const detail = async (reader: Reader, code: string) => {
    const found = await components.detail(reader, code);
    if (!found) throw problem(404, "not-found", { zh: "没有这个部件", en: "There is no such component" });
    return found;
  };
  /** Answers a change with the component as it is after it. */
  const changed = async (reader: Reader, code: string, outcome: Promise<Outcome<null>>) => {
    const result = await outcome;
    return result.ok ? detail(reader, code) : refuse(undefined, result.refusal);
  };

  return async (app) => {
    app.get(
      "/api/components",
      {
        schema: {
          tags,
          summary: "Components in a box, the nearest first; or by code, name, type and state, a page at a time",
          querystring: ComponentListQuery,
          response: { 200: ComponentPage },
        },
      },
      ({ query }) => components.list(query),
    );
    app.get(
      "/api/components/due",
      {
        schema: {
          tags,
          summary: "Inspections that are due, the longest overdue first",
          querystring: ComponentDueQuery,
          response: { 200: ComponentPage },
        },
      },
      ({ reader, query }) => components.due(reader, query),
    );
    app.get(
      "/api/components/:code",
      {
        schema: {
          tags,
          summary: "One component with its history, the cases about it, and who answers for it",
          params: ByCode,
          response: { 200: ComponentDetail },
        },
      },
      ({ reader, params }) => detail(reader, params.code),
    );
    app.patch(
      "/api/components/:code",
      {
        schema: {
          tags,
          summary: "Correct a component; null takes a value away",
          params: ByCode,
          body: ComponentChange,
          response: { 200: ComponentDetail },
        },
      },
      ({ reader, params: { code }, body }) => changed(reader, code, components.change(reader, code, body)),
    );
    app.post(
      "/api/components/:code/state",
      {
        schema: {
          tags,
          summary: "Say in which state a component is",
          params: ByCode,
          body: ComponentStateChange,
          response: { 200: ComponentDetail },
        },
      },
      ({ reader, params: { code }, body }) => changed(reader, code, components.setState(reader, code, body)),
    );
    app.post(
      "/api/components/:code/inspections",
      {
        schema: {
          tags,
          summary: "Record an inspection; the next one is due after the component's own interval",
          params: ByCode,
          body: ComponentInspection,
          response: { 200: ComponentDetail },
        },
      },
      ({ reader, params: { code }, body }) => changed(reader, code, components.inspect(reader, code, body)),
    );
  };
}
