import { tmpdir } from "node:os";
import { tallyDifferences, verifyReplay } from "../cases/index.ts";
import { demoCity } from "../demo/index.ts";
import { makeServices } from "../serve.ts";
import { openDatabase, sql, type Database } from "../store/index.ts";
import { buildChild, Child } from "./child.ts";

export interface Killing {
  /** The database: an address, or a folder of its own. */
  readonly place: string;
  readonly kills: number;
  /** Most acknowledged writes before a kill. */
  readonly most: number;
  /** From 0 to 1: when to strike. */
  readonly random: () => number;
  /** Kills whatever is to be killed, and sees to it that the database can be opened again. */
  readonly strike: (child: Child) => Promise<void>;
}

export interface Killed {
  readonly kills: number;
  /** Writes that were acknowledged before a kill. */
  readonly acknowledged: number;
  /** Of these, those that are not there any more. */
  readonly lost: number;
  /** Cases and tallies that did not agree with the events, after any of the kills. */
  readonly different: number;
  /** What went wrong while the outbox was carried out at the end. */
  readonly errors: readonly unknown[];
}

/**
 * Kills a city in the middle of its load again and again. Each start verifies what the kill before left: every case
 * against its events, every tally against a recount.
 */
export async function killRepeatedly(killing: Killing): Promise<Killed> {
  return killBundle(await buildChild(new URL("./child-cases.ts", import.meta.url)), killing);
}

/** The same with a child that is bundled already. */
export async function killBundle(bundle: string, killing: Killing): Promise<Killed> {
  const { place, kills, most, random, strike } = killing;
  const acknowledged: { no: string; seq: number }[] = [];
  let different = 0;
  for (let kill = 0; kill < kills; kill += 1) {
    const child = new Child(bundle, [place]);
    const opened = await child.message((message) => message.open === true);
    different += opened.different ?? 0;
    const writes = 1 + Math.floor(random() * most);
    await child.message(() => child.messages.length > writes);
    await strike(child);
    for (const { no, seq } of child.messages) if (no !== undefined && seq !== undefined) acknowledged.push({ no, seq });
  }
  const db = await openDatabase(place.includes("://") ? { url: place } : { folder: place });
  try {
    const rest = await examine(db, acknowledged);
    return { kills, acknowledged: acknowledged.length, ...rest, different: different + rest.different };
  } finally {
    await db.close();
  }
}

async function examine(db: Database, acknowledged: readonly { no: string; seq: number }[]) {
  const errors: unknown[] = [];
  const log = (_message: string, error: unknown) => void errors.push(error);
  const { cases } = await makeServices({ db, city: demoCity, folder: tmpdir(), now: Date.now, log });
  await cases.drain();
  const [row] = await db.query<{ lost: number }>(sql`
    select count(*) as lost
    from unnest(${acknowledged.map((one) => one.no)}::text[], ${acknowledged.map((one) => one.seq)}::integer[]) as a(no, seq)
    left join case_event e on e.city = ${demoCity} and e.case_no = a.no and e.seq = a.seq
    where e.seq is null`);
  const replay = await verifyReplay(db, demoCity, cases.procedures);
  const tallies = await tallyDifferences(db, demoCity, cases.procedures);
  return { lost: row?.lost ?? NaN, different: replay.different + tallies.length, errors };
}
