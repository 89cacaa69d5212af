import { Value } from "typebox/value";
import type { TSchema } from "typebox";
import type { Words } from "../procedure/index.ts";
import { lookupOf, type Lookup } from "./lookup.ts";
import { CatalogueFile, ExtensionFile, type FileType } from "./schema.ts";
import { searchOf, type Search } from "./search.ts";
import { typeOf, words, type CatalogueType, type Criterion, type Kind } from "./type.ts";

/** A class (大类) of one code family. Codes: `01`–`10` of 2026, `2013:C01` and `2013:E01` of 2013. */
export interface CatalogueClass {
  readonly code: string;
  readonly kind: Kind;
  readonly family: "2026" | "2013";
  readonly name: Words;
}

/** What a city manages (部件、事件) and by which criteria, held in memory. */
export interface Catalogue {
  readonly title: Words;
  readonly types: readonly CatalogueType[];
  readonly classes: readonly CatalogueClass[];
  /** Who can be responsible, by key: `ENF`, `SANIT`, … An organisation's units say which keys they serve. */
  readonly departments: Readonly<Record<string, Words>>;
  readonly departmentKeys: readonly string[];
  /** What the source keys of types and criteria stand for. */
  readonly sources: Readonly<Record<string, string>>;
  readonly type: Lookup;
  criterion(id: string): Criterion | undefined;
  class(code: string): CatalogueClass | undefined;
  /**
   * Types by Chinese name or a part of it, full pinyin, initials (`ffxgg` → 非法小广告), English gloss, or the
   * beginning of a code of either family; the best match first. `limit` is 20 unless told.
   */
  readonly search: Search;
}

export interface CatalogueProblems {
  readonly problems: readonly string[];
}

/**
 * Reads the catalogue's file, and on top of it a city's own extensions. A file that is not right does not load:
 * each problem names the place in the file.
 * @example
 * const loaded = loadCatalogue(JSON.parse(text));
 * if ("problems" in loaded) throw new Error(loaded.problems.join("\n"));
 * loaded.search("ffxgg")[0]?.code; // "07001"
 */
export function loadCatalogue(json: unknown, ...extensions: readonly unknown[]): Catalogue | CatalogueProblems {
  if (!Value.Check(CatalogueFile, json)) return { problems: shapeProblems("catalogue", CatalogueFile, json) };
  const records: FileType[] = [...json.types];
  for (const [at, extension] of extensions.entries()) {
    const name = `extension ${at + 1}`;
    if (!Value.Check(ExtensionFile, extension)) return { problems: shapeProblems(name, ExtensionFile, extension) };
    records.push(...extension.types);
  }
  const problems = referenceProblems(json, records);
  if (problems.length > 0) return { problems };

  const types = records.map(typeOf);
  const classes = json.classes.map((each) => ({ ...each, name: words(each.name) }));
  const criteria = new Map(types.flatMap((type) => type.criteria).map((criterion) => [criterion.id, criterion]));
  const classByCode = new Map(classes.map((each) => [each.code, each]));
  return {
    title: words(json.title),
    types,
    classes,
    departments: Object.fromEntries(Object.entries(json.departments).map(([key, name]) => [key, words(name)])),
    departmentKeys: Object.keys(json.departments),
    sources: json.sources,
    type: lookupOf(types),
    criterion: (id) => criteria.get(id),
    class: (code) => classByCode.get(code),
    search: searchOf(types),
  };
}

function shapeProblems(name: string, schema: TSchema, json: unknown): string[] {
  return Value.Errors(schema, json).map((error) => `${name}${error.instancePath}: ${error.message}`);
}

function referenceProblems(file: CatalogueFile, types: readonly FileType[]): string[] {
  const classes = new Set(file.classes.map(({ code }) => code));
  const problems = [
    ...repeated(file.classes.map(({ code }) => code)).map((code) => `class ${code} is there twice`),
    ...repeated(types.map(({ code }) => code)).map((code) => `type ${code} is there twice`),
    ...repeated(types.flatMap(({ kind, code2013 }) => (code2013 === undefined ? [] : [`${kind} ${code2013}`]))).map(
      (code) => `the 2013 code of ${code} is there twice`,
    ),
    ...repeated(types.flatMap(({ criteria }) => criteria.map(({ id }) => id))).map(
      (id) => `criterion ${id} is there twice`,
    ),
  ];
  for (const { code, classCode, departments, source, criteria } of types) {
    if (!classes.has(classCode)) problems.push(`type ${code}: no class ${classCode}`);
    for (const key of departments) {
      if (!Object.hasOwn(file.departments, key)) problems.push(`type ${code}: no department ${key}`);
    }
    for (const key of [source, ...criteria.map((each) => each.source)].flatMap((keys) => keys.split(" "))) {
      if (!Object.hasOwn(file.sources, key)) problems.push(`type ${code}: no source ${key}`);
    }
    for (const { id, limit } of criteria) {
      if (!id.startsWith(`${code}-`)) problems.push(`criterion ${id} stands under type ${code}`);
      if (limit.value <= 0) problems.push(`criterion ${id}: the limit must be more than nothing`);
    }
  }
  return problems;
}

function repeated(keys: readonly string[]): string[] {
  const seen = new Set<string>();
  return keys.filter((key) => seen.size === seen.add(key).size);
}
