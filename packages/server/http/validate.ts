import type { FastifyInstance, FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { parse } from "@xiuhua/core/procedure";
import { ProblemAnswer } from "./problem.ts";

/**
 * Checks input with the routes' own TypeBox schemas. What comes as text (query, path, headers) is read as the type the
 * schema wants, and one value where a list is wanted is a list of one; a body must have its types already.
 */
const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  return (input: unknown) => {
    // A body that was never sent is null to Fastify: to the person it is an empty form.
    const value = httpPart === "body" ? (input ?? {}) : Value.Convert(schema, input);
    const parsed = parse(schema, value);
    if (parsed.ok) return { value: parsed.value };
    const first = parsed.problems[0]?.message ?? { zh: "输入不正确", en: "The input is not right" };
    return { error: new ProblemAnswer(422, "invalid-input", first, { problems: parsed.problems }) };
  };
};

export function validateInput(app: FastifyInstance): void {
  app.setValidatorCompiler(compile);
}
