import { Type, type Static } from "typebox";
import type { EvidenceFile } from "../api/index.ts";
import { json, sql, type Queryable } from "../store/index.ts";

/** What is known of a file beyond its columns. */
const Details = Type.Object({
  /** The name it came with, without extension. */
  name: Type.Optional(Type.String()),
  camera: Type.Optional(Type.Object({ make: Type.Optional(Type.String()), model: Type.Optional(Type.String()) })),
  /** EXIF's, 1 to 8, of the original. */
  orientation: Type.Optional(Type.Integer()),
  /** EXIF's: the program that wrote the file, and when it was last changed. */
  software: Type.Optional(Type.String()),
  modifiedAt: Type.Optional(Type.Number()),
  /** Drawn, not taken: it proves nothing, and nothing is doubted about it. */
  drawing: Type.Optional(Type.Boolean()),
});

/** A row to be written. Instants in milliseconds since 1970. */
export const NewRecord = Type.Object({
  hash: Type.String({ pattern: "^[0-9a-f]{64}$" }),
  mediaType: Type.String(),
  bytes: Type.Integer(),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  takenAt: Type.Optional(Type.Number()),
  takenPlace: Type.Optional(Type.Object({ lng: Type.Number(), lat: Type.Number() })),
  /** The perceptual hash, 16 hexadecimal digits; absent for what is no photo, or shows nothing to compare. */
  print: Type.Optional(Type.String({ pattern: "^[0-9a-f]{16}$" })),
  details: Details,
  uploadedBy: Type.String(),
  uploadedAt: Type.Number(),
});
export type NewRecord = Static<typeof NewRecord>;

interface Row {
  readonly hash: string;
  readonly media_type: string;
  readonly bytes: number;
  readonly width: number | null;
  readonly height: number | null;
  readonly taken_at: number | null;
  readonly lng: number | null;
  readonly lat: number | null;
  readonly uploaded_at: number;
  readonly name: string | null;
}

export interface Described {
  readonly file: EvidenceFile;
  /** The name it came with, without extension. */
  readonly name: string | undefined;
}

/** The table of evidence files of one city. */
export interface Records {
  /** Adds a file. One that is known stays as it is, and the person becomes one of its uploaders. */
  add(record: NewRecord): Promise<void>;
  addUploader(hash: string, person: string): Promise<void>;
  /** By hash; unknown ones are left out. */
  find(hashes: readonly string[]): Promise<Map<string, Described>>;
  /** Which of these the person uploaded, first or again. */
  uploadedBy(hashes: readonly string[], person: string): Promise<ReadonlySet<string>>;
}

export function makeRecords(db: Queryable, city: string): Records {
  async function add(record: NewRecord): Promise<void> {
    const { takenAt, takenPlace: place } = record;
    const added = await db.query(sql`
      insert into evidence_file (city, hash, media_type, bytes, width, height, taken_at, taken_point, phash, details,
        uploaded_by, uploaded_at)
      values (${city}, ${record.hash}, ${record.mediaType}, ${record.bytes}, ${record.width ?? null},
        ${record.height ?? null}, ${takenAt === undefined ? null : new Date(takenAt)},
        st_setsrid(st_makepoint(${place?.lng ?? null}::float8, ${place?.lat ?? null}::float8), 4326),
        ('x' || ${record.print ?? null}::text)::bit(64)::bigint, ${json(record.details)}::jsonb, ${record.uploadedBy}, ${new Date(record.uploadedAt)})
      on conflict (city, hash) do nothing
      returning hash`);
    if (added.length === 0) await addUploader(record.hash, record.uploadedBy);
  }

  async function addUploader(hash: string, person: string): Promise<void> {
    await db.query(sql`
      update evidence_file
      set details = jsonb_set(details, '{alsoUploadedBy}',
        coalesce(details->'alsoUploadedBy', '[]') || to_jsonb(${person}::text))
      where city = ${city} and hash = ${hash} and uploaded_by <> ${person}
        and not coalesce(details->'alsoUploadedBy', '[]') @> to_jsonb(${person}::text)`);
  }

  async function find(hashes: readonly string[]): Promise<Map<string, Described>> {
    if (hashes.length === 0) return new Map();
    const rows = await db.query<Row>(sql.named("evidence-find")`
      select hash, media_type, bytes, width, height, taken_at, st_x(taken_point) as lng, st_y(taken_point) as lat,
        uploaded_at, details->>'name' as name
      from evidence_file where city = ${city} and hash = any(${hashes}::text[])`);
    return new Map(rows.map((row) => [row.hash, { file: fileOf(row), name: row.name ?? undefined }]));
  }

  async function uploadedBy(hashes: readonly string[], person: string): Promise<ReadonlySet<string>> {
    if (hashes.length === 0) return new Set();
    const rows = await db.query<{ hash: string }>(sql`
      select hash from evidence_file where city = ${city} and hash = any(${hashes}::text[])
        and (uploaded_by = ${person} or details->'alsoUploadedBy' @> to_jsonb(${person}::text))`);
    return new Set(rows.map(({ hash }) => hash));
  }

  return { add, addUploader, find, uploadedBy };
}

function fileOf(row: Row): EvidenceFile {
  const { width, height, taken_at: takenAt, lng, lat } = row;
  return {
    hash: row.hash,
    mediaType: row.media_type,
    bytes: row.bytes,
    ...(width === null ? {} : { width }),
    ...(height === null ? {} : { height }),
    ...(takenAt === null ? {} : { takenAt: new Date(takenAt).toISOString() }),
    ...(lng === null || lat === null ? {} : { takenPlace: { lng, lat } }),
    uploadedAt: new Date(row.uploaded_at).toISOString(),
  };
}
