import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { cityCase } from "@xiuhua/procedures";
import { afterAll } from "vitest";
import { importCases, parseMapping, type ImportOptions, type Mapping } from "./index.ts";
import type { Database } from "../store/index.ts";
import type { DemoServices } from "../testing/demo-services.ts";

/** The clock of the tests: after everything in their files. */
export const importedAt = Date.parse("2026-03-01T08:00:00Z");

/** A mapping in the form a city's own export needs it; tests change what they are about. */
export const plainMapping = (changes: Partial<Mapping> = {}): Mapping =>
  parseMapping({
    source: "old",
    id: "id",
    description: "what",
    place: { text: "where", lng: "lng", lat: "lat", datum: "wgs84" },
    times: { format: "iso", zone: "Asia/Shanghai", opened: "opened", closed: "closed" },
    status: { column: "status", values: { open: "open", closed: "closed" } },
    type: { column: "type", values: { posters: "07001", refuse: "06010" } },
    closingNote: "note",
    outsideCity: "reject",
    ...changes,
  });

export const columns = ["id", "status", "type", "what", "where", "lng", "lat", "opened", "closed", "note"];

/** A row in the middle of the demo city, closed after a day. */
export const plainRow = (changes: Readonly<Record<string, string>> = {}): readonly string[] => {
  const row: Readonly<Record<string, string>> = {
    status: "closed",
    type: "posters",
    what: "小广告",
    where: "和平街",
    lng: "113.2478",
    lat: "35.2404",
    opened: "2022-08-12 09:00",
    closed: "2022-08-13 10:00",
    ...changes,
  };
  return columns.map((name) => row[name] ?? "");
};

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const csvOf = (rows: readonly (readonly string[])[], end = "\n"): string =>
  [columns, ...rows].map((row) => row.map(quoted).join(",") + end).join("");

/** A folder for a test file's files, gone afterwards. */
export function testFolder() {
  const made = mkdtemp(join(tmpdir(), "xiuhua-import-"));
  afterAll(async () => rm(await made, { recursive: true, force: true }));
  return {
    path: async (name: string) => join(await made, name),
    async write(name: string, content: string | Uint8Array): Promise<string> {
      const path = join(await made, name);
      await writeFile(path, content);
      return path;
    },
  };
}

/** Imports a file into a city that is made already. */
export async function importFile(
  db: Database,
  services: DemoServices,
  file: string,
  changes: Partial<ImportOptions> = {},
) {
  const rejects = changes.rejects ?? `${file}.${runs}.rejects.csv`;
  runs += 1;
  const result = await importCases({
    db,
    city: services.city,
    procedure: cityCase,
    catalogue: services.catalogue,
    directory: services.cases.sources.directory,
    places: services.places,
    responsibility: services.responsibility,
    cases: services.cases,
    now: () => importedAt,
    file,
    mapping: plainMapping(),
    rejects,
    run: `run-${runs}`,
    ...changes,
  });
  const text = result.rejected > 0 ? await readFile(rejects, "utf8") : "";
  return { result, rejects: text.split("\r\n").slice(1, -1) };
}

let runs = 0;
