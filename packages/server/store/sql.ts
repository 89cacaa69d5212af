import type { Parameter } from "./parameters.ts";

/**
 * A statement: text with holes, and the values for the holes. Values never become text, so what a person types can
 * not become SQL. Made with the tag `sql`, nested freely, numbered ($1, $2 …) only when it is sent.
 */
export class Sql {
  readonly #parts: readonly string[];
  readonly values: readonly Parameter[];
  /** The name under which a connection keeps the plan, if the statement is hot enough to have one. */
  readonly name: string | undefined;

  /** @param parts one more than there are values */
  constructor(parts: readonly string[], values: readonly Parameter[], name?: string) {
    this.#parts = parts;
    this.values = values;
    this.name = name;
  }

  /** The text with `$1`, `$2` … where values go. */
  get text(): string {
    return this.#parts.reduce((text, part, index) => `${text}$${index}${part}`);
  }

  /** The pieces of text between the values. */
  get parts(): readonly string[] {
    return this.#parts;
  }
}

function build(name: string | undefined, strings: TemplateStringsArray, holes: readonly (Parameter | Sql)[]): Sql {
  const parts: string[] = [strings[0] ?? ""];
  const values: Parameter[] = [];
  const append = (text: string) => parts.push((parts.pop() ?? "") + text);
  holes.forEach((hole, index) => {
    if (hole instanceof Sql) {
      append(hole.parts[0] ?? "");
      parts.push(...hole.parts.slice(1));
      values.push(...hole.values);
    } else {
      values.push(hole);
      parts.push("");
    }
    append(strings[index + 1] ?? "");
  });
  return new Sql(parts, values, name);
}

/**
 * Writes a statement.
 *
 * @example
 * const open = sql`state <> ${"closed"}`;
 * await database.query(sql`select no from cases where city = ${city} and ${open} and no = any(${numbers})`);
 */
export function sql(strings: TemplateStringsArray, ...holes: readonly (Parameter | Sql)[]): Sql {
  return build(undefined, strings, holes);
}

/** Nothing: for the branch of a condition that adds no text. */
sql.empty = new Sql([""], []);

/** Joins statements: `sql.join(conditions, sql` and `)`. */
sql.join = (list: readonly Sql[], separator: Sql): Sql => {
  const [first, ...rest] = list;
  if (first === undefined) return sql.empty;
  const parts = [...first.parts];
  const values = [...first.values];
  for (const next of rest) {
    for (const piece of [separator, next]) {
      parts.push((parts.pop() ?? "") + (piece.parts[0] ?? ""), ...piece.parts.slice(1));
      values.push(...piece.values);
    }
  }
  return new Sql(parts, values);
};

const identifier = /^[a-z_][a-z0-9_]*$/;

/**
 * A column or table whose name is picked by the program (a sort order, say), never by a person.
 * @throws when the name is not plain lower-case letters, digits and underscores: that is a bug, or an attack.
 */
sql.id = (name: string): Sql => {
  if (!identifier.test(name) || name.length > 63) throw new Error(`Not an SQL name: ${JSON.stringify(name)}`);
  return new Sql([`"${name}"`], []);
};

/**
 * The tag for a hot statement: each connection parses it once and keeps it under this name. One name, one text: a
 * statement whose text changes with its conditions must not have a name, for the driver refuses the second text.
 *
 * @example
 * const append = sql.named("journal-append");
 * await database.query(append`insert into events … values (${city}, …)`);
 */
sql.named =
  (name: string) =>
  (strings: TemplateStringsArray, ...holes: readonly (Parameter | Sql)[]): Sql =>
    build(name, strings, holes);
