import { sql, type Queryable, type Sql } from "../store/index.ts";
import type { CaseFile } from "./queries.ts";

/** Other cases in which a picture turned up; without the number where the reader may not see the case. */
export interface Sightings {
  readonly same: readonly { readonly no?: string }[];
  /** Of pictures that are almost this one. */
  readonly near: readonly { readonly no?: string }[];
}

/** By hash of the picture. */
export type Copies = ReadonlyMap<string, Sightings>;

/** Bits of 64 in which a near copy may differ (our own choice: copies that were only scaled and compressed stay below). */
const mostDifferent = 7;

/** Candidates taken from one range of one index: bounds the work where many pictures are alike there. */
const mostCandidates = 1000;

/** Cases told of for one picture. */
const mostTold = 20;

const bands = [
  sql`(x.phash >> 48) & 65535`,
  sql`(x.phash >> 32) & 65535`,
  sql`(x.phash >> 16) & 65535`,
  sql`x.phash & 65535`,
];

/**
 * Where else the pictures of a case turned up: the same bytes, and near copies by the perceptual hash. Two hashes that
 * differ in up to seven bits agree in one of four bands but for one bit at most; so seventeen values of each band's index
 * hold every near copy.
 * @param seen what the reader may see of `cases c`
 */
export async function findCopies(
  db: Queryable,
  city: string,
  no: string,
  files: readonly CaseFile[],
  seen: Sql,
): Promise<Copies> {
  const photos = files.filter((file) => file.media_type.startsWith("image/") && file.details.drawing !== true);
  if (photos.length === 0) return new Map();
  const hashes = [...new Set(photos.map((file) => file.hash))];
  const prints = new Map(photos.flatMap((file) => (file.phash === null ? [] : [[file.hash, file.phash] as const])));
  const rows = await db.query<{ mine: string; near: boolean; case_no: string; seen: boolean }>(sql`
    with alike as (
      select hash as mine, hash as other, false as near from unnest(${hashes}::text[]) as h(hash)
      ${prints.size === 0 ? sql.empty : sql`union ${sql.join(nearRanges(city, prints), sql` union `)}`}
    )
    select distinct a.mine, a.near, v.case_no, ${seen} as seen
    from alike a join case_evidence v on v.city = ${city} and v.hash = a.other
    join cases c on c.city = v.city and c.no = v.case_no
    where v.case_no <> ${no} order by v.case_no desc`);
  return new Map(
    hashes.map((hash) => {
      const told = (near: boolean) =>
        rows
          .filter((row) => row.mine === hash && row.near === near)
          .slice(0, mostTold)
          .map((row) => (row.seen ? { no: row.case_no } : {}));
      return [hash, { same: told(false), near: told(true) }];
    }),
  );
}

/** One range of one index for each picture, band and value that a near copy may have there. */
function nearRanges(city: string, prints: ReadonlyMap<string, string>): Sql[] {
  return bands.map((band, at) => {
    const probes = [...prints].flatMap(([hash, print]) =>
      neighbours(BigInt.asUintN(16, BigInt(print) >> BigInt(48 - 16 * at))).map((value) => ({ hash, print, value })),
    );
    return sql`
      select p.hash, x.hash, true
      from unnest(${probes.map((one) => one.hash)}::text[], ${probes.map((one) => one.print)}::text[],
        ${probes.map((one) => one.value)}::int8[]) as p(hash, print, value)
      cross join lateral (
        select x.hash, x.phash from evidence_file x
        where x.city = ${city} and x.phash is not null and (${band}) = p.value limit ${mostCandidates}) x
      where x.hash <> p.hash and bit_count((x.phash # p.print::int8)::bit(64)) <= ${mostDifferent}`;
  });
}

/** The value, and those that differ from it in one of sixteen bits. */
function neighbours(value: bigint): number[] {
  return [value, ...Array.from({ length: 16 }, (_, bit) => value ^ (1n << BigInt(bit)))].map(Number);
}
