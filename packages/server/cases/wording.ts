import type { Catalogue } from "@xiuhua/core/catalogue";
import { wordsOf, type Procedure, type ReadableRecord, type Words } from "@xiuhua/core/procedure";
import type { City } from "../city/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import type { Directory } from "./reference.ts";

export interface WordSources {
  readonly city: City;
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly places: Places;
  readonly responsibility: Pick<Responsibility, "answer">;
}

export type Detail = { readonly title: Words; readonly value: Words };

const same = (text: string): Words => ({ zh: text, en: text });

/** What was filled in, field by field, as a person reads it: names for ids, local time for instants. */
export function inWords(sources: WordSources, properties: Readonly<Record<string, object>>, values: unknown): Detail[] {
  if (typeof values !== "object" || values === null) return [];
  return Object.entries(properties).flatMap(([name, schema]) => {
    const value: unknown = Reflect.get(values, name);
    const title = wordsOf(schema) ?? same(name);
    const worded =
      value === undefined || value === null || value === "" ? undefined : valueInWords(sources, schema, value);
    return worded ? [{ title, value: worded }] : [];
  });
}

/** The fields of a case that are shown, in words. */
export function fieldsInWords(
  sources: WordSources,
  procedure: Pick<Procedure, "subject" | "facts">,
  shown: Pick<ReadableRecord, "subject" | "facts">,
): (Detail & { readonly name: string; readonly group: "subject" | "facts" })[] {
  const fields = (group: "subject" | "facts") =>
    Object.entries(procedure[group].properties).flatMap(([name, schema]) =>
      inWords(sources, { [name]: schema }, shown[group]).map((detail) => ({ name, ...detail, group })),
    );
  return [...fields("subject"), ...fields("facts")];
}

function valueInWords(sources: WordSources, schema: object, value: unknown): Words | undefined {
  if (Array.isArray(value)) return list(value.flatMap((one) => elementInWords(sources, schema, one) ?? []));
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "object" && value !== null) return objectInWords(sources, schema, value);
  if (typeof value === "number") return widget(schema) === "date" ? instant(sources, value) : same(String(value));
  return typeof value === "string" ? textInWords(sources, schema, value) : undefined;
}

function textInWords({ catalogue, directory }: WordSources, schema: object, value: string): Words {
  switch (widget(schema)) {
    case "person":
      return directory.person(value)?.name ?? same(value);
    case "unit":
      return directory.unit(value)?.name ?? same(value);
    case "type":
      return catalogue.type(value)?.matter ?? same(value);
    case "criterion": {
      const found = catalogue.criterion(value);
      return found
        ? { zh: `${found.when.zh}，${found.done.zh}`, en: `${found.when.en}: ${found.done.en}` }
        : same(value);
    }
    case "choice":
      return wordsOf({ words: property(property(schema, "choices"), value) }) ?? same(value);
    default:
      return same(value);
  }
}

/** One of a list: an object as a line, anything else by the notes on the list. */
function elementInWords(sources: WordSources, schema: object, value: unknown): Words | undefined {
  const items = propertiesOf(property(schema, "items"));
  return typeof value === "object" && value !== null && items
    ? line(sources, items, value)
    : valueInWords(sources, schema, value);
}

/** A place by its words; any other object by its values. */
function objectInWords(sources: WordSources, schema: object, value: object): Words {
  const text = property(value, "text");
  if (typeof text === "string") return same(text);
  return list(inWords(sources, propertiesOf(schema) ?? {}, value).map((one) => one.value));
}

/** 手机 × 1（黑色）, 铣刨（计划日期 2022-08-20 18:00）: what it is, how many, and the rest in brackets, an instant with its name. */
function line(sources: WordSources, properties: Readonly<Record<string, object>>, value: object): Words {
  const counts: string[] = [];
  const rest: Words[] = [];
  const [first, ...others] = Object.entries(properties).flatMap(([name, schema]) => {
    const [detail] = inWords(sources, { [name]: schema }, value);
    return detail ? [{ ...detail, isDate: widget(schema) === "date", raw: property(value, name) }] : [];
  });
  for (const { title, value: told, isDate, raw } of others)
    if (isDate) rest.push({ zh: `${title.zh} ${told.zh}`, en: `${title.en} ${told.en}` });
    else if (typeof raw === "number") counts.push(` × ${raw}`);
    else rest.push(told);
  const whole = (language: "zh" | "en") => {
    const [open, comma, close] = language === "zh" ? ["（", "，", "）"] : [" (", ", ", ")"];
    const brackets = rest.length === 0 ? "" : `${open}${rest.map((one) => one[language]).join(comma)}${close}`;
    return `${first?.value[language] ?? ""}${counts.join("")}${brackets}`;
  };
  return { zh: whole("zh"), en: whole("en") };
}

function instant({ city }: WordSources, at: number): Words {
  return same(`${city.calendar.localDate(at)} ${city.calendar.localTime(at)}`);
}

function list(parts: readonly Words[]): Words {
  return { zh: parts.map((one) => one.zh).join("、"), en: parts.map((one) => one.en).join(", ") };
}

function widget(schema: object): unknown {
  return property(schema, "widget");
}

function propertiesOf(schema: unknown): Readonly<Record<string, object>> | undefined {
  const found = property(schema, "properties");
  if (typeof found !== "object" || found === null) return undefined;
  return Object.fromEntries(
    Object.entries(found).filter((entry): entry is [string, object] => typeof entry[1] === "object"),
  );
}

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
