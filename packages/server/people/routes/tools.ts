import type { FastifyPluginAsyncTypebox } from "@fastify/type-provider-typebox";
import type { FastifyRequest } from "fastify";
import { Type, type TSchema } from "typebox";
import { Id, Problem } from "../../api/index.ts";
import { problem, refuse, type BaseServices } from "../../http/index.ts";
import type { Outcome } from "../../outcome.ts";
import { mayAdminister } from "../reader.ts";

/** A group of routes, made for its services. */
export type Routes = (services: BaseServices) => FastifyPluginAsyncTypebox;

/** Address parts. */
export const ById = Type.Object({ id: Id });

/** Answers of a route, for its schema: what it gives when all is well, and the problem it gives otherwise. */
export const answers = <T extends TSchema>(ok: T) => ({ 200: ok, default: Problem });
export const created = <T extends TSchema>(ok: T) => ({ 201: ok, default: Problem });
export const nothing = { 204: Type.Null(), default: Problem };

/** A hook for what administrators alone may do. */
export async function administratorOnly(request: FastifyRequest): Promise<void> {
  if (!mayAdminister(request.reader))
    throw problem(403, "wrong-role", { zh: "只有管理员可以这样做。", en: "Only an administrator may do this." });
}

/** A hook for what a stolen API token must not be able to do. */
export async function sessionOnly(request: FastifyRequest): Promise<void> {
  if (request.access?.via !== "session")
    throw problem(403, "wrong-role", {
      zh: "此操作须用密码登录，不能使用 API 令牌。",
      en: "Log in with your password for this; an API token is not enough.",
    });
}

/** The value of what was done; a refusal ends the request. */
export function settle<T>(reply: unknown, outcome: Outcome<T>): T {
  return outcome.ok ? outcome.value : refuse(reply, outcome.refusal);
}

/** Leaves a trace of who changed the organisation. */
export function noteChange(request: FastifyRequest, change: string, about: Readonly<Record<string, unknown>>): void {
  request.log.info({ change, by: request.reader.person, about }, "people changed");
}
