import { Type } from "typebox";
import { problem, refuse } from "../http/index.ts";
import { keyReused, type Acted, type Answer } from "./answer.ts";

/** Headers of a request that writes. */
export const WriteHeaders = Type.Object({
  "idempotency-key": Type.Optional(
    Type.String({
      minLength: 8,
      maxLength: 100,
      description: "The same key never writes twice: send one with each write",
    }),
  ),
});

export function keyOf(headers: { "idempotency-key"?: string }): { key?: string } {
  const key = headers["idempotency-key"];
  return key === undefined ? {} : { key };
}

/** The value, or the refusal thrown as a problem answer. @throws ProblemAnswer */
export function settled(answer: Answer): Acted {
  if (answer.ok) return answer.value;
  const { refusal } = answer;
  if (refusal.code === "key-reused") throw problem(422, refusal.code, keyReused.message);
  return refuse(undefined, { ...refusal, code: refusal.code });
}
