/**
 * Near copies of a case's nine photos among ten thousand and among a million photos, beside a scan of all of them, on one
 * PostgreSQL: by the four bands of the perceptual hash, exactly.
 */
import { openDatabase, migrate, sql, type Database } from "../packages/server/store/index.ts";
import { findCopies, type CaseFile } from "../packages/server/cases/index.ts";
import { conclude, median, round, table } from "./support/figures.ts";
import { benchPostgres } from "./support/postgres.ts";

const sizes = [10_000, Number(process.env["BENCH_PHOTOS"] ?? 1_000_000)];
const rounds = Number(process.env["BENCH_ROUNDS"] ?? 15);
const city = "4108";
/** Photos of the case that is read; each has one copy in another case, up to seven bits off. */
const mine = 9;

const server = await benchPostgres({ shared_buffers: "512MB", max_wal_size: "4GB" });
const rows: { photos: number; bands: number; scan: number; found: number }[] = [];
try {
  for (const photos of sizes) rows.push(await measure(photos));
} finally {
  server.remove();
}
report();

async function measure(photos: number) {
  const name = `copies_${photos}`;
  await server.run("postgres", `create database ${name}`);
  const db = await openDatabase({ url: server.database(name) });
  await migrate(db);
  await fill(db, photos);
  const files = await filesOf(db);
  const bands: number[] = [];
  const scan: number[] = [];
  let found = 0;
  for (let at = 0; at < rounds; at += 1) {
    let from = performance.now();
    const copies = await findCopies(db, city, "mine", files, sql`true`);
    bands.push(performance.now() - from);
    found = [...copies.values()].filter((one) => one.near.some(({ no }) => no?.startsWith("copy-") === true)).length;
    // The same question without the bands, for one round in five: it takes long.
    if (at % 5 > 0) continue;
    from = performance.now();
    await db.query(sql`
      select m.hash, x.hash from evidence_file m join evidence_file x on x.city = m.city and x.hash <> m.hash
        and bit_count((x.phash # m.phash)::bit(64)) <= 7
      where m.city = ${city} and m.hash = any(${files.map((file) => file.hash)}::text[])`);
    scan.push(performance.now() - from);
  }
  await db.close();
  return { photos, bands: median(bands), scan: median(scan), found };
}

/** Photos with hashes by chance, and a copy of each of the case's own in a case of its own. */
async function fill(db: Database, photos: number): Promise<void> {
  const row = sql`(city, hash, media_type, bytes, phash, uploaded_by, uploaded_at)`;
  await db.query(sql`
    insert into evidence_file ${row}
    select ${city}, 'photo-' || n, 'image/jpeg', 1, hashint8extended(n, 7), 'p', now()
    from generate_series(1, ${photos}::int) n`);
  await db.query(sql`
    insert into evidence_file ${row}
    select ${city}, 'copy-' || n, 'image/jpeg', 1,
      (select hashint8extended(n, 7) # bit_or(1::bigint << ((k * 9 + n) % 63)::int) from generate_series(1, 7) k), 'p', now()
    from generate_series(1, ${mine}::int) n`);
  for (const [prefix, no] of [
    ["photo", sql`'mine'`],
    ["copy", sql`'copy-' || n`],
  ] as const)
    await db.query(sql`
      insert into case_evidence (city, hash, case_no, seq, kind)
      select ${city}, ${`${prefix}-`}::text || n, ${no}, 1, 'near' from generate_series(1, ${mine}::int) n`);
  await db.query(sql`
    insert into cases (city, no, procedure, version, seq, state, final, opened_at, changed_at, title, parties, requests,
      overran, search, record)
    select distinct ${city}, case_no, 'city-case', 1, 1, 'reported', false, now(), now(), '', '{}'::text[], '{}'::text[],
      '{}'::text[], ''::tsvector, '{}'::jsonb from case_evidence`);
  await db.query(sql`analyze evidence_file`);
}

function filesOf(db: Database): Promise<CaseFile[]> {
  return db.query<CaseFile>(sql`
    select hash, 'near' as kind, 1 as seq, media_type, bytes, width, height, taken_at, null as lng, null as lat,
      uploaded_at, phash::text as phash, details
    from evidence_file where city = ${city} and hash = any(
      select 'photo-' || n from generate_series(1, ${mine}::int) n)`);
}

function report(): void {
  console.log(
    table([
      ["photos", "ms by bands", "ms by a scan", "ratio", "copies found"],
      ...rows.map((row) => [
        row.photos,
        row.bands.toFixed(1),
        row.scan.toFixed(0),
        (row.bands / row.scan).toFixed(4),
        `${row.found} / ${mine}`,
      ]),
    ]),
  );
  const large = rows.at(-1);
  if (large === undefined) throw new Error("Nothing was measured");
  const share = large.bands / large.scan;
  conclude(
    "copies",
    { rows: rows.map((row) => ({ ...row, bands: round(row.bands, 2), scan: round(row.scan, 1) })) },
    {
      share: { goal: "by bands it takes ≤ 5 % of a scan's time", value: round(share, 4), pass: share <= 0.05 },
      found: { goal: "every copy is found", value: large.found, pass: rows.every((row) => row.found === mine) },
    },
  );
}
