import { Type, type TObject } from "typebox";
import type { ActContext } from "./apply.ts";
import type { AnyAction, Shape } from "./definition.ts";
import { note } from "./field.ts";
import { rule, type Refusal } from "./refusal.ts";

/** The input of an action that others must stand by at, with the field that asks who. */
export function withWitnesses(input: TObject, least: number): TObject {
  const witnesses = note(Type.Array(Type.String({ minLength: 1, maxLength: 64 }), { minItems: least, maxItems: 10 }), {
    words: { zh: "见证人", en: "Witnesses" },
    widget: "person",
  });
  return Type.Object({ ...input.properties, witnesses }, { additionalProperties: false });
}

/** Who stood by must be somebody else, somebody known, and as many different people as are asked for. */
export function checkWitnesses(
  definition: AnyAction<Shape>,
  input: unknown,
  { actor, reference }: ActContext,
): Refusal | undefined {
  if (definition.witnesses === undefined) return undefined;
  const named: unknown = typeof input === "object" && input !== null ? Reflect.get(input, "witnesses") : undefined;
  const people = Array.isArray(named) ? named.filter((one): one is string => typeof one === "string") : [];
  if (people.some((one) => one === actor.person || one === actor.onBehalfOf))
    return rule(
      { zh: "见证人不能是经办人自己，请另选一人", en: "Nobody is a witness to what they do; name somebody else" },
      "/witnesses",
    );
  if (new Set(people).size < definition.witnesses)
    return rule({ zh: "见证人不能重复", en: "Name different people as witnesses" }, "/witnesses");
  return people.every((one) => reference.person(one)?.active)
    ? undefined
    : rule({ zh: "见证人须是在职人员，请重新选择", en: "A witness must be on the staff; pick another" }, "/witnesses");
}
