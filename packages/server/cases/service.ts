import { readsAll, type Procedure } from "@xiuhua/core/procedure";
import type { Catalogue } from "@xiuhua/core/catalogue";
import type { City } from "../city/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import { sql, type Database } from "../store/index.ts";
import { queueTokens, visible } from "./access.ts";
import { makeCases } from "./cases.ts";
import { findCopies, type Copies } from "./copies.ts";
import { detailOf } from "./detail.ts";
import { makeExports } from "./export.ts";
import { gathered } from "./gather.ts";
import { makeJournal, type Write } from "./journal.ts";
import { makeNumbers } from "./numbers.ts";
import { makeOpenCases } from "./open-cases.ts";
import { makeOutbox } from "./outbox.ts";
import { makePages } from "./pages.ts";
import { countQueue, findCase, type DetailRow } from "./queries.ts";
import type { Directory } from "./reference.ts";
import type { Reader } from "../people/index.ts";
import { makeWishes } from "./wishes.ts";
import type { WordSources } from "./wording.ts";

export interface CaseServiceOptions {
  readonly db: Database;
  readonly city: City;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly catalogue: Catalogue;
  readonly directory: Directory;
  readonly places: Places;
  readonly responsibility: Pick<Responsibility, "answer">;
  readonly now: () => number;
  readonly storedEvidence: (hashes: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Told of every write once it is durable. */
  readonly onWritten?: (writes: readonly Write[]) => void;
  readonly log: (message: string, error: unknown) => void;
  /** Told when the outbox carried something out. */
  readonly onCarried?: () => void;
}

/** Everything about cases, put together: writing, reading, the outbox, the clock. */
export function makeCaseService(options: CaseServiceOptions) {
  const { db, city, procedures, directory, now } = options;
  const outbox = makeOutbox({
    db,
    city: city.code,
    now,
    log: options.log,
    ...(options.onCarried ? { onCarried: options.onCarried } : {}),
    onWished: () => wishes.drain(),
  });
  const open = makeOpenCases({ db, city, now });
  const journal = makeJournal({
    db,
    city: city.code,
    onWritten(writes) {
      outbox.wake();
      open.written(writes);
      options.onWritten?.(writes);
    },
  });
  const numbers = makeNumbers({ db, city: city.code, prefix: city.code });
  const writing = { ...options, storedEvidence: gathered(options.storedEvidence), journal, numbers };
  const cases = makeCases(writing);
  const wishes = makeWishes({ db, city: city.code, cases, log: options.log });
  const sources: WordSources = options;
  const all = [...procedures.values()];
  const pages = makePages({ db, sources, procedures, now });

  /** Looked up for readers of the centre alone: nobody else is told of doubts. */
  async function copiesFor(reader: Reader, procedure: Procedure, row: DetailRow): Promise<Copies | undefined> {
    const roles = reader.grants.map((grant) => grant.role);
    if (!readsAll(procedure, { person: reader.person, roles })) return undefined;
    return findCopies(db, city.code, row.no, row.files, visible(reader, all, directory.below));
  }

  return {
    ...cases,
    journal,
    /** The unfinished ones, in memory. */
    unfinished: open,
    numbers,
    outbox,
    sources,
    procedures,
    pages,
    exports: makeExports({ db, sources, procedures, pages, now }),

    /** One case as this reader may see it; undefined where there is none or it is not theirs to see. */
    async detail(reader: Reader, no: string) {
      const row = await findCase(db, city.code, no, visible(reader, all, directory.below));
      const procedure = row && procedures.get(row.procedure);
      if (!row || !procedure) return undefined;
      const contexts = cases.contexts(procedure, row.record, reader);
      return detailOf(sources, procedure, row, reader, contexts, now(), await copiesFor(reader, procedure, row));
    },

    /** Whether a file may be read: it proves something in a case that this reader may see. */
    async mayReadEvidence(reader: Reader, hash: string): Promise<boolean> {
      const [row] = await db.query(sql`
        select 1 from case_evidence v join cases c on c.city = v.city and c.no = v.case_no
        where v.city = ${city.code} and v.hash = ${hash} and ${visible(reader, all, directory.below)} limit 1`);
      return row !== undefined;
    },

    /** The same city, journal and numbers on another clock: for the demo's stories and for imports of the past. */
    onClock: (clock: () => number) => ({ ...makeCases({ ...writing, now: clock }), sources }),

    /** Steps asked of cases that were left: by a process that ended, or because somebody acted in that moment. */
    recover: () => wishes.drain(),

    /** How many cases wait for the reader. */
    async waiting(reader: Reader): Promise<number> {
      return (await countQueue(db, city.code, queueTokens(reader, all, directory.below), now())).total;
    },

    /** Waits for what was handed in, and for what it brings about. */
    async drain(): Promise<void> {
      await journal.drain();
      await outbox.drain();
    },
  };
}

export type CaseService = ReturnType<typeof makeCaseService>;
