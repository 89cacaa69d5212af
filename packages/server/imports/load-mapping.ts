import { readFile } from "node:fs/promises";
import type { Catalogue } from "@xiuhua/core/catalogue";
import { parse, type Procedure, type Words } from "@xiuhua/core/procedure";
import { ImportError } from "./errors.ts";
import { MappingSchema, outcomes, type Mapping } from "./mapping.ts";
import { isZone } from "./times.ts";

/** Reads a mapping file. @throws ImportError naming what is wrong with it. */
export async function readMapping(path: string): Promise<Mapping> {
  let json: unknown;
  try {
    json = JSON.parse((await readFile(path, "utf8")).replace(/^\uFEFF/, ""));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ImportError({
      zh: `无法读取映射文件 ${path}：${why}。`,
      en: `The mapping file ${path} cannot be read: ${why}.`,
    });
  }
  return parseMapping(json);
}

/** @throws ImportError naming every field at fault. */
export function parseMapping(json: unknown): Mapping {
  const parsed = parse(MappingSchema, json);
  if (!parsed.ok)
    throw unusable(
      parsed.problems.map(({ field, message }) => ({ zh: `${field} ${message.zh}`, en: `${field} ${message.en}` })),
    );
  return parsed.value;
}

/**
 * Whether what the mapping names is there: types, criteria, channels, units, zone. Wrong names would reject every row.
 * @throws ImportError with all of them
 */
export function checkMapping(
  mapping: Mapping,
  known: {
    readonly catalogue: Catalogue;
    readonly procedure: Procedure;
    readonly unit: (id: string) => object | undefined;
    readonly channels: readonly string[];
  },
): void {
  const { catalogue } = known;
  const problems: Words[] = [];
  const check = (field: string, values: readonly (string | undefined)[], has: (value: string) => boolean) => {
    for (const value of new Set(values))
      if (value !== undefined && !has(value))
        problems.push({ zh: `${field}：没有“${value}”`, en: `${field}: there is no “${value}”` });
  };
  const targets = (map: Mapping["type"] | undefined) => [...Object.values(map?.values ?? {}), map?.default];
  check("/times/zone", [mapping.times.zone], isZone);
  check("/status", targets(mapping.status), (value) => outcomes.some((one) => one === value));
  check("/type", [...targets(mapping.type), ...Object.keys(mapping.criteria ?? {})], (value) => {
    return catalogue.type(value)?.code === value;
  });
  check("/channel", targets(mapping.channel), (value) => known.channels.includes(value));
  check("/department", targets(mapping.department), (value) => known.unit(value) !== undefined);
  for (const [type, criterion] of Object.entries(mapping.criteria ?? {}))
    check(`/criteria/${type}`, [criterion], (id) => catalogue.criterion(id)?.type === type);
  if (problems.length > 0) throw unusable(problems);
}

function unusable(problems: readonly Words[]): ImportError {
  return new ImportError({
    zh: `映射文件有误：${problems.map((one) => one.zh).join("；")}。`,
    en: `The mapping is not right: ${problems.map((one) => one.en).join("; ")}.`,
  });
}

/** Every column the mapping reads, each once. */
export function columnsOf(mapping: Mapping): string[] {
  const { times, place } = mapping;
  const texts = [
    mapping.description,
    place.text,
    mapping.closingNote,
    mapping.informant?.name,
    mapping.informant?.phone,
  ].flatMap((source) => (source === undefined ? [] : typeof source === "string" ? [source] : source.columns));
  const maps = [mapping.status, mapping.type, mapping.channel, mapping.department].flatMap((map) => map?.column ?? []);
  const dates = [times.opened, times.accepted, times.filed, times.dispatched, times.closed, times.due];
  return [...new Set([mapping.id, ...texts, ...maps, place.lng, place.lat, ...dates.flatMap((one) => one ?? [])])];
}
