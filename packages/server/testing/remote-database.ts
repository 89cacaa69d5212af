/** The database of a child that is to be killed for its files' sake: its parent has it and runs the statements. */
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Queryable } from "../store/index.ts";

const Answer = Type.Object({ id: Type.Number(), rows: Type.Unsafe<never[]>(Type.Array(Type.Unknown())) });

/** For the child; the parent answers by `answerStatements`. */
export function remoteDatabase(): Queryable {
  const asked = new Map<number, (rows: never[]) => void>();
  process.on("message", (message) => {
    const { id, rows } = Value.Parse(Answer, message);
    asked.get(id)?.(rows);
    asked.delete(id);
  });
  let statements = 0;
  return {
    query: (statement) =>
      new Promise((resolve) => {
        statements += 1;
        asked.set(statements, resolve);
        process.send?.({ id: statements, parts: statement.parts, values: statement.values });
      }),
  };
}
