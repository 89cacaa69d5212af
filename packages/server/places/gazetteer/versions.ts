import { setImmediate as othersTurn } from "node:timers/promises";
import type { DoorPlate, GazetteerData, NamedArea, NamedPlace, RoadLine } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import type { GazetteerCounts, GazetteerVersion } from "../../api/index.ts";
import { json, sql, type Database, type Queryable } from "../../store/index.ts";
import type { Datum, SourceFile } from "../network/index.ts";

export interface NewVersion {
  readonly data: GazetteerData;
  readonly files: readonly SourceFile[];
  readonly datum: Datum;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly by: string;
  /** Drawn to show the product; no line is a real street. */
  readonly schematic?: boolean;
  readonly provenance?: Words;
}

/** Features a statement: some hundred kilobytes of JSON. */
const batch = 1_000;

/**
 * Writes a new version and puts it into force. Call it in a transaction: until that ends the old version is in force,
 * and for whoever reads meanwhile there is no new one.
 */
export async function saveVersion(tx: Queryable, city: string, version: NewVersion): Promise<number> {
  const { data } = version;
  const [row] = await tx.query<{ version: number }>(sql`
    insert into gazetteer as g (city, version, versions, revision) values (${city}, 1, 1, 1)
    on conflict (city) do update
      set versions = g.versions + 1, version = g.versions + 1, revision = g.revision + 1
    returning version`);
  const number = row?.version ?? 1;
  await tx.query(sql`
    insert into gazetteer_version (city, version, loaded_at, loaded_by, files, datum, schematic, provenance, counts)
    values (${city}, ${number}, ${new Date(version.at)}, ${version.by}, ${json(version.files)}::jsonb, ${version.datum},
      ${version.schematic ?? false}, ${version.provenance ? json(version.provenance) : null}::jsonb,
      ${json(countsOf(data))}::jsonb)`);
  for (const kind of ["roads", "places", "doors", "areas"] as const)
    for (let from = 0; from < data[kind].length; from += batch)
      await tx.query(sql`
        insert into gazetteer_feature (city, version, kind, no, body)
        select ${city}, ${number}, ${kind}, ${from} + no, body
        from jsonb_array_elements(${json(data[kind].slice(from, from + batch))}::jsonb) with ordinality as f(body, no)`);
  return number;
}

export function countsOf({ roads, places, doors }: GazetteerData): GazetteerCounts {
  const names = new Set(roads.map(({ name }) => name).filter((name) => name !== ""));
  return { roads: names.size, lines: roads.length, places: places.length, doors: doors.length };
}

interface VersionRow {
  readonly version: number;
  readonly in_force: boolean;
  readonly loaded_at: number;
  readonly loaded_by: string;
  readonly files: GazetteerVersion["files"];
  readonly datum: string;
  readonly schematic: boolean;
  readonly provenance: Words | null;
  readonly counts: GazetteerCounts;
}

/** All versions, the newest first. */
export async function listVersions(db: Queryable, city: string): Promise<GazetteerVersion[]> {
  const rows = await db.query<VersionRow>(sql`
    select v.version, v.version is not distinct from g.version as in_force, v.loaded_at, v.loaded_by, v.files, v.datum,
      v.schematic, v.provenance, v.counts
    from gazetteer_version v join gazetteer g on g.city = v.city
    where v.city = ${city} order by v.version desc`);
  return rows.map(({ in_force, loaded_at, loaded_by, ...rest }) => ({
    ...rest,
    inForce: in_force,
    loadedAt: new Date(loaded_at).toISOString(),
    loadedBy: loaded_by,
  }));
}

/** Puts a version into force, older or newer. Whether there is one of this number. */
export async function useVersion(db: Queryable, city: string, version: number): Promise<boolean> {
  const rows = await db.query(sql`
    update gazetteer g set version = ${version}, revision = revision + 1
    where city = ${city} and exists (
      select 1 from gazetteer_version v where v.city = g.city and v.city = ${city} and v.version = ${version})
    returning revision`);
  return rows.length > 0;
}

export interface Pointer {
  /** Undefined before the first load. */
  readonly version: number | undefined;
  /** Grows with every change to what the gazetteer says. */
  readonly revision: number;
}

/** One small row: cheap enough to ask every few seconds. */
export async function readPointer(db: Queryable, city: string): Promise<Pointer> {
  const [row] = await db.query<{ version: number | null; revision: number }>(
    sql`select version, revision from gazetteer where city = ${city}`,
  );
  return { version: row?.version ?? undefined, revision: row?.revision ?? 0 };
}

/** What a version holds. It never changes, so it is read without a lock. */
export async function readVersion(db: Database, city: string, version: number): Promise<GazetteerData> {
  const data: { roads: RoadLine[]; places: NamedPlace[]; doors: DoorPlate[]; areas: NamedArea[] } = {
    roads: [],
    places: [],
    doors: [],
    areas: [],
  };
  type Row = { readonly no: number } & (
    | { readonly kind: "roads"; readonly body: RoadLine }
    | { readonly kind: "places"; readonly body: NamedPlace }
    | { readonly kind: "doors"; readonly body: DoorPlate }
    | { readonly kind: "areas"; readonly body: NamedArea }
  );
  // Page by page: a cursor would be filled whole before the first row came, and an embedded database does that on our thread.
  for (let last = { kind: "", no: 0 }; ;) {
    const rows = await db.query<Row>(sql`
      select kind, no, body from gazetteer_feature
      where city = ${city} and version = ${version} and (kind, no) > (${last.kind}, ${last.no})
      order by kind, no limit ${batch}`);
    for (const row of rows) {
      if (row.kind === "roads") data.roads.push(row.body);
      else if (row.kind === "places") data.places.push(row.body);
      else if (row.kind === "doors") data.doors.push(row.body);
      else data.areas.push(row.body);
    }
    const end = rows.at(-1);
    if (end === undefined || rows.length < batch) return data;
    last = end;
    await othersTurn();
  }
}
