import type { Correction, CorrectionInput } from "../../api/index.ts";
import { json, sql, type Queryable } from "../../store/index.ts";

/** A correction as it is kept. Undone ones stay, as history. */
export interface KeptCorrection {
  readonly no: number;
  readonly correction: Correction;
  readonly why: string;
  readonly made_by: string;
  readonly made_at: number;
  readonly undone_by: string | null;
  readonly undone_at: number | null;
}

/** All corrections in their order. */
export async function readCorrections(db: Queryable, city: string): Promise<KeptCorrection[]> {
  return db.query<KeptCorrection>(sql`
    select no, correction, why, made_by, made_at, undone_by, undone_at
    from gazetteer_correction where city = ${city} order by no`);
}

/** Keeps a correction and gives its number. */
export async function addCorrection(
  db: Queryable,
  city: string,
  { correction, why }: CorrectionInput,
  by: string,
  at: number,
): Promise<number> {
  const [row] = await db.query<{ no: number }>(sql`
    with moved as (
      insert into gazetteer as g (city, revision) values (${city}, 1)
      on conflict (city) do update set revision = g.revision + 1
      returning revision)
    insert into gazetteer_correction (city, no, correction, why, made_by, made_at)
    select ${city}, revision, ${json(correction)}::jsonb, ${why}, ${by}, ${new Date(at)}::timestamptz from moved
    returning no`);
  return row?.no ?? 0;
}

/** Takes a correction back. Whether there was one that had not been taken back yet. */
export async function undoCorrection(
  db: Queryable,
  city: string,
  no: number,
  by: string,
  at: number,
): Promise<boolean> {
  const rows = await db.query(sql`
    with undone as (
      update gazetteer_correction set undone_by = ${by}, undone_at = ${new Date(at)}::timestamptz
      where city = ${city} and no = ${no} and undone_at is null
      returning city)
    update gazetteer g set revision = revision + 1 from undone u where g.city = ${city} and u.city = g.city returning 1`);
  return rows.length > 0;
}
