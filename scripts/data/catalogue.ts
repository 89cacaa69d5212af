/**
 * Turns the researched taxonomy (its path is the argument) into the product's `data/catalogue/*.json`.
 * The English of each condition is our own translation, kept beside this script.
 */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Type, type Static } from "typebox";
import { Value } from "typebox/value";
import english from "./catalogue-english.json" with { type: "json" };
import { compact } from "./compact.ts";

const Text = Type.Union([Type.String(), Type.Null()]);
const Criterion = Type.Object({
  n: Type.Integer(),
  when: Type.String(),
  done: Type.String(),
  doneCode: Type.String(),
  limit: Type.Object({ value: Type.Integer(), unit: Type.String() }),
  source: Type.String(),
  confidence: Type.String(),
});
const Kind = Type.Union([Type.Literal("component"), Type.Literal("event")]);
const Entry = Type.Object({
  kind: Kind,
  code2026: Type.String(),
  name: Type.String(),
  nameEn: Type.String(),
  code2013: Text,
  name2013: Text,
  departments: Type.Array(Type.Object({ key: Type.String() })),
  criteria: Type.Array(Criterion),
  source: Type.Array(Type.String()),
  confidence: Type.Object({ code2026: Text, code2013: Text, limits: Text }),
});
const Old = Type.Object({
  kind: Kind,
  code2013: Type.String(),
  name: Text,
  nameEn: Text,
  source: Type.Array(Type.String()),
  confidence: Type.String(),
  criteria: Type.Optional(Type.Array(Criterion)),
});
const Local = Type.Object({
  kind: Kind,
  localCode: Type.String(),
  name: Type.String(),
  source: Type.Array(Type.String()),
  criteria: Type.Array(Criterion),
});
const ClassRow = Type.Tuple([Type.String(), Type.String(), Type.String()]);
const Families = Type.Object({ "2026": Type.Array(ClassRow), "2013": Type.Array(ClassRow) });
const Taxonomy = Type.Object({
  classes: Type.Object({ component: Families, event: Families }),
  departmentKeys: Type.Record(Type.String(), Type.Object({ zh: Type.String(), en: Type.String() })),
  entries: Type.Array(Entry),
  only2013: Type.Array(Old),
  localExtensionsYuncheng: Type.Array(Local),
});

/** Where a code or a limit comes from; README.md says more. */
const SOURCES = {
  S1: "GB/T 47678.5-2026, directory as transcribed in Jackyhellolove/city-inspection-ai (GitHub)",
  S2: "运城市立案、处置和结案标准, workbook muban.xlsx in zhcg2026/smart_cityguard (GitHub)",
  S6: "inference: 2026 code CC0MM is taken for 2013 code ccMM",
};

/** The taxonomy names no department for what only the 2013 standard has; these are our own assignment. */
const OLD_DEPARTMENTS: Record<string, readonly string[]> = {
  C0504: ["GAS"],
  E0131: ["SANIT", "ENF"],
  E0205: ["ENF"],
  E0501: ["WATER"],
  E0502: ["GAS"],
  E0503: ["DRAIN"],
  E0504: ["HEAT"],
  E0505: ["MUNI"],
  E0506: ["DRAIN", "MUNI"],
  E0604: ["STREET", "ENF"],
};

/** Chinese text takes full-width brackets and semicolons. */
const fullWidth = (zh: string): string => zh.replaceAll("(", "（").replaceAll(")", "）").replaceAll(";", "；");
const letter = (kind: Static<typeof Kind>): string => (kind === "component" ? "C" : "E");
const when: Record<string, string> = english.when;
const done: Record<string, string> = english.done;
const localNames: Record<string, string> = english.localExtensionName;

function words(zh: string, table: Record<string, string>) {
  const en = table[zh];
  return en === undefined ? { zh: fullWidth(zh) } : { zh: fullWidth(zh), en };
}

function criteria(code: string, rows: readonly Static<typeof Criterion>[]) {
  return rows.map((row) => ({
    id: `${code}-${row.n}`,
    when: words(row.when, when),
    done: words(row.done, done),
    measure: row.doneCode,
    limit: row.limit,
    source: row.source,
    confidence: row.confidence,
  }));
}

function classes(table: Static<typeof Taxonomy>["classes"]) {
  const row = (kind: Static<typeof Kind>, family: "2026" | "2013") =>
    table[kind][family]
      // "01-05" of the 2026 events is a rule, not a class: each component is also a matter (see README.md).
      .filter(([code]) => /^\d\d$/.test(code))
      .map(([code, zh, en]) => ({
        code: family === "2026" ? code : `2013:${letter(kind)}${code}`,
        kind,
        family,
        name: { zh, en },
      }));
  return [...row("component", "2026"), ...row("event", "2026"), ...row("component", "2013"), ...row("event", "2013")];
}

/** Breaks the list of types so that each type, and each of its criteria, has its own line. */
function typeLines(types: readonly { readonly criteria: readonly unknown[] }[]): string {
  const one = ({ criteria: rows, ...rest }: { readonly criteria: readonly unknown[] }) => {
    const head = JSON.stringify(rest).slice(0, -1);
    return rows.length === 0
      ? `  ${head},"criteria":[]}`
      : `  ${head},"criteria":[\n${rows.map((row) => `   ${JSON.stringify(row)}`).join(",\n")}]}`;
  };
  return ` "types": [\n${types.map(one).join(",\n")}\n ]`;
}

export async function main([source]: readonly string[], root: string): Promise<void> {
  if (source === undefined) throw new Error("usage: node scripts/data/run.mjs catalogue TAXONOMY.json");
  const taxonomy = Value.Parse(Taxonomy, JSON.parse(await readFile(source, "utf8")));
  const current = taxonomy.entries.map((entry) => ({
    code: entry.code2026,
    kind: entry.kind,
    classCode: entry.code2026.slice(0, 2),
    code2013: entry.code2013 ?? undefined,
    name: { zh: entry.name, en: entry.nameEn },
    name2013: entry.name2013 === null || entry.name2013 === entry.name ? undefined : entry.name2013,
    departments: entry.departments.map(({ key }) => key),
    source: entry.source.join(" "),
    confidence: {
      code: entry.confidence.code2026 ?? "none",
      code2013: entry.confidence.code2013 ?? "none",
      departments: "low",
      limits: entry.confidence.limits ?? "none",
    },
    criteria: criteria(entry.code2026, entry.criteria),
  }));
  const old = taxonomy.only2013.flatMap((entry) => {
    if (entry.name === null || entry.nameEn === null) return [];
    const key = letter(entry.kind) + entry.code2013;
    const code = `2013:${key}`;
    return [
      {
        code,
        kind: entry.kind,
        classCode: code.slice(0, -2),
        code2013: entry.code2013,
        name: { zh: entry.name, en: entry.nameEn },
        departments: OLD_DEPARTMENTS[key] ?? [],
        source: entry.source.join(" "),
        confidence: { code: "none", code2013: entry.confidence, departments: "low", limits: "medium" },
        criteria: criteria(code, entry.criteria ?? []),
      },
    ];
  });
  const head = {
    title: { zh: "城市管理部件和事项目录", en: "Catalogue of managed components and matters" },
    provenance: "data/catalogue/README.md",
    sources: SOURCES,
    departments: Object.fromEntries(
      Object.entries(taxonomy.departmentKeys).map(([key, { zh, en }]) => [key, { zh: fullWidth(zh), en }]),
    ),
    classes: classes(taxonomy.classes),
  };
  const folder = join(root, "data", "catalogue");
  const opening = compact(head, 2).slice(0, -2);
  await writeFile(join(folder, "catalogue.json"), `${opening},\n${typeLines([...current, ...old])}\n}\n`);

  const local = taxonomy.localExtensionsYuncheng.map((entry) => {
    const code = `yuncheng:${letter(entry.kind)}${entry.localCode}`;
    return {
      code,
      kind: entry.kind,
      classCode: `2013:${letter(entry.kind)}${entry.localCode.slice(0, 2)}`,
      name: words(entry.name, localNames),
      departments: [],
      source: entry.source.join(" "),
      confidence: { code: "medium", code2013: "none", departments: "none", limits: "medium" },
      criteria: criteria(code, entry.criteria),
    };
  });
  const title = { zh: "运城市本地扩展（默认不加载）", en: "Local extension of Yuncheng (not loaded by default)" };
  const extension = compact({ title, provenance: "data/catalogue/README.md", localExtension: "yuncheng" }, 1).slice(
    0,
    -2,
  );
  await writeFile(join(folder, "extension-yuncheng.json"), `${extension},\n${typeLines(local)}\n}\n`);
  process.stdout.write(`${current.length} types, ${old.length} of 2013 only, ${local.length} local\n`);
}
