import type { FastifyInstance, FastifySchemaCompiler } from "fastify";
import type { TSchema } from "typebox";
import { Value } from "typebox/value";
import { parse } from "@xiuhua/core/procedure";
import { errors } from "./errors.ts";
import { ProblemAnswer, standardProblem } from "./problem.ts";

/**
 * Checks input with the routes' own TypeBox schemas. What comes as text (query, path, headers) is read as the type the
 * schema wants, and one value where a list is wanted is a list of one; a body must have its types already.
 */
const compile: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  return (input: unknown) => {
    // A body that was never sent is null to Fastify: to the person it is an empty form.
    const value = httpPart === "body" ? (input ?? {}) : Value.Convert(schema, input);
    const unstorable = unstorableAt(value);
    if (unstorable !== undefined)
      return {
        error: standardProblem("unstorable-text", {
          problems: [{ field: unstorable, message: errors["unstorable-text"].title }],
        }),
      };
    const parsed = parse(schema, value);
    if (parsed.ok) return { value: parsed.value };
    const first = parsed.problems[0]?.message ?? { zh: "输入不正确", en: "The input is not right" };
    return { error: new ProblemAnswer(422, "invalid-input", first, { problems: parsed.problems }) };
  };
};

/** What no database keeps as text: a zero byte, half a character. */
const isUnstorable = (text: string): boolean => text.includes("\0") || /\p{Surrogate}/u.test(text);

/** Where (a JSON pointer) a value holds text that cannot be stored; undefined where it holds none. */
function unstorableAt(value: unknown, at = ""): string | undefined {
  if (typeof value === "string") return isUnstorable(value) ? at : undefined;
  if (typeof value !== "object" || value === null) return undefined;
  for (const [key, one] of Object.entries(value)) {
    const found = isUnstorable(key) ? at : unstorableAt(one, `${at}/${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function validateInput(app: FastifyInstance): void {
  app.setValidatorCompiler(compile);
}
