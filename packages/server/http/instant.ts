import { problem } from "./problem.ts";

/**
 * Milliseconds of an instant that a request holds. The schema has seen its form; a leap second or a date before 1970
 * passes there and is refused here.
 * @param field JSON pointer, for the refusal
 * @throws ProblemAnswer
 */
export function instantOf(text: string, field: string): number {
  const at = Date.parse(text);
  if (at >= 0 && at <= Date.UTC(9999, 11, 31)) return at;
  const message = { zh: "时间不正确", en: "This is no instant of ours" };
  throw problem(422, "invalid-input", message, [{ field, message }]);
}
