import { sql, type Database, type Parameter } from "../store/index.ts";
import type { Child } from "./child.ts";

interface Statement {
  readonly id: number;
  readonly parts: readonly string[];
  /** As JSON leaves them: an instant is its text, a JSON value is `{ text }`. */
  readonly values: readonly (Parameter | { readonly text: string })[];
}

const isStatement = (message: unknown): message is Statement =>
  typeof message === "object" && message !== null && "parts" in message;

const isJson = (value: unknown): value is { readonly text: string } =>
  typeof value === "object" && value !== null && "text" in value;

/** Runs a child's statements here, on its parent's database. */
export function answerStatements(child: Child, db: Database): void {
  child.process.on("message", (message: unknown) => {
    if (!isStatement(message)) return;
    const { id, parts, values } = message;
    const plain = values.map((value) => (isJson(value) ? value.text : value));
    void db.query(sql(Object.assign([...parts], { raw: parts }), ...plain)).then((rows) => {
      // A killed child has no ear any more.
      if (child.process.connected) child.process.send({ id, rows }, () => undefined);
    });
  });
}
