import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { demoCity } from "../../../packages/server/demo/index.ts";
import { openDatabase, sql } from "../../../packages/server/store/index.ts";
import { makePictures } from "./pictures.ts";
import { loginOf, wordsOf, type Storm, type StormJob } from "./plan.ts";

/** What the database holds, beside what the phones sent and were told. */
export interface Verdict {
  readonly lost: number;
  readonly twice: number;
  readonly outOfOrder: number;
  /** Photos that are not there, or not byte for byte what the phone had. */
  readonly wrongPhotos: number;
}

/** Looks at every report of every phone, and at every photo's bytes on the disk. */
export async function verifyStorm(
  place: { readonly url: string } | { readonly folder: string },
  evidence: string,
  job: StormJob,
  storm: Storm,
): Promise<Verdict> {
  const db = await openDatabase(place);
  const rows = await db.query<{ reporter: string; no: string; words: string; at: number; hashes: string[] }>(sql`
    select c.reporter, c.no, c.record->'subject'->>'description' as words, c.opened_at as at,
      (select array_agg(e.value->>'hash' order by e.ordinality) from case_event v
        cross join lateral jsonb_array_elements(v.evidence) with ordinality e
        where v.city = c.city and v.case_no = c.no and v.seq = 1) as hashes
    from cases c where c.city = ${demoCity} and c.reporter like 'storm%' order by c.reporter, c.opened_at, c.no`);
  await db.close();
  const pictureOf = await makePictures();
  const verdict = { lost: 0, twice: 0, outOfOrder: 0, wrongPhotos: 0 };
  for (let phone = 0; phone < job.phones; phone += 1) {
    const mine = rows.filter((row) => row.reporter === loginOf(phone));
    const sent = Array.from({ length: job.reports }, (_, number) => wordsOf(phone, number));
    for (const [number, words] of sent.entries()) {
      const found = mine.filter((row) => row.words === words);
      if (found.length === 0 || found[0]?.no !== storm.numbers[phone]?.[number]) verdict.lost += 1;
      verdict.twice += Math.max(0, found.length - 1);
      for (let photo = 0; photo < job.photos; photo += 1) {
        const bytes = pictureOf((phone * job.reports + number) * job.photos + photo);
        const hash = createHash("sha256").update(bytes).digest("hex");
        if (found[0]?.hashes[photo] !== hash || !isStored(evidence, hash, bytes)) verdict.wrongPhotos += 1;
      }
    }
    const order = mine.toSorted((one, other) => one.at - other.at || (one.no < other.no ? -1 : 1));
    if (order.some((row, at) => row.words !== sent[at])) verdict.outOfOrder += 1;
  }
  return verdict;
}

function isStored(folder: string, hash: string, bytes: Buffer): boolean {
  try {
    return readFileSync(join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)).equals(bytes);
  } catch {
    return false;
  }
}
