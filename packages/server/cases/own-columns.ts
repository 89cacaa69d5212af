import { wordsOf, type Procedure, type Words } from "@xiuhua/core/procedure";
import type { Column } from "./export-columns.ts";
import { inWords } from "./wording.ts";

/** What the columns of every list show already, under the same name. */
const shared = new Set(["place", "type", "source", "department"]);

/** In characters, by what a field holds. */
const widths: Readonly<Record<string, number>> = { longText: 40, date: 18, choice: 14, person: 14, unit: 24 };

/** The fields of one procedure's own as columns: `subject.…` what was reported, `facts.…` what was found since. */
export function ownColumns(procedure: Procedure): Column[] {
  return (["subject", "facts"] as const).flatMap((group) =>
    Object.entries<object>(procedure[group].properties).flatMap(([name, schema]) =>
      shared.has(name) ? [] : [ownColumn(group, name, schema)],
    ),
  );
}

function ownColumn(group: "subject" | "facts", name: string, schema: object): Column {
  const title: Words = wordsOf(schema) ?? { zh: name, en: name };
  const widget: unknown = Reflect.get(schema, "widget");
  const instants = widget === "date";
  return {
    key: `${group}.${name}`,
    title,
    width: Math.max(widths[String(widget)] ?? 18, title.zh.length * 2 + 2),
    instants,
    cell({ sources, readable }, language) {
      const value = readable?.[group][name];
      if (typeof value === "number") return instants ? new Date(value) : value;
      return inWords(sources, { [name]: schema }, { [name]: value })[0]?.value[language];
    },
  };
}
