import type { Catalogue } from "@xiuhua/core/catalogue";
import { wordsOf, type Words } from "@xiuhua/core/procedure";
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

function valueInWords(sources: WordSources, schema: object, value: unknown): Words | undefined {
  if (Array.isArray(value)) return list(value.flatMap((one) => valueInWords(sources, schema, one) ?? []));
  if (typeof value === "boolean") return value ? { zh: "是", en: "yes" } : { zh: "否", en: "no" };
  if (typeof value === "object" && value !== null) return objectInWords(sources, value);
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

/** A place by its words; any other object by its values. */
function objectInWords(_sources: WordSources, value: object): Words {
  const text = property(value, "text");
  if (typeof text === "string") return same(text);
  return list(
    Object.values(value).flatMap((one) =>
      typeof one === "string" || typeof one === "number" ? same(String(one)) : [],
    ),
  );
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

function property(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
