import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import sharp from "sharp";
import type { EvidenceReference } from "@xiuhua/core/procedure";
import { demoCity, readerOf, seedCity } from "../demo/index.ts";
import { makeServices } from "../serve.ts";
import { sql, type Database } from "../store/index.ts";

/** The demo city without its stories, on a clock that the test moves. */
export async function demoServices(db: Database, startsAt: number) {
  const [known] = await db.query(sql`select 1 from city where city = ${demoCity}`);
  if (known === undefined) await seedCity(db);
  let at = startsAt;
  const errors: unknown[] = [];
  const folder = await mkdtemp(join(tmpdir(), "xiuhua-services-"));
  const services = await makeServices({
    db,
    city: demoCity,
    folder,
    now: () => at,
    log: (message, error) => void errors.push([message, error]),
  });
  return {
    ...services,
    /** What went wrong in the background; a test expects it empty. */
    errors,
    folder,
    now: () => at,
    setNow: (now: number) => void (at = now),
    /** A stored photo, different for each shade. */
    async photo(kind: EvidenceReference["kind"], shade = 0): Promise<EvidenceReference> {
      const background = { r: shade % 256, g: 120, b: 180 };
      const jpeg = await sharp({ create: { width: 64, height: 48, channels: 3, background } })
        .jpeg()
        .toBuffer();
      const stored = await services.evidence.store(Readable.from([jpeg]), { reader: readerOf("collector1") });
      if (!stored.ok) throw new Error(stored.refusal.message.en);
      return { hash: stored.value.hash, kind };
    },
  };
}

export type DemoServices = Awaited<ReturnType<typeof demoServices>>;
