import { caseNumber } from "@xiuhua/core/catalogue";
import type { Write, Written } from "../cases/index.ts";
import type { Tally } from "./counts.ts";
import { makeHistorian } from "./history.ts";
import type { ImportOptions } from "./import-cases.ts";
import { makeImportReference } from "./import-reference.ts";
import { keyOf, knownKeys } from "./known.ts";
import { takeNumbers } from "./numbers.ts";
import { planOf } from "./plan.ts";
import { makePrepare, type Prepared } from "./prepare.ts";
import type { Fault } from "./reading.ts";
import type { Reject, SourceRow } from "./source-row.ts";
import type { Step } from "./steps.ts";

export interface Importer {
  /** Decides a batch; `written` resolves when its cases are durable and counted. */
  take(batch: readonly SourceRow[]): Promise<{ readonly rejected: readonly Reject[]; readonly written: Promise<void> }>;
}

interface Candidate {
  readonly line: number;
  readonly key: string;
  readonly row: Prepared;
  readonly steps: readonly Step[];
}

/** @param options `begun`: when the run began by the database's clock; `tally` is counted up in place */
export function makeImporter(options: ImportOptions & { readonly begun: number; readonly tally: Tally }): Importer {
  const { db, city, procedure, mapping, tally } = options;
  const reference = makeImportReference(options, procedure, mapping);
  const historian = makeHistorian({ city, procedure, reference: reference.reference, source: mapping.source });
  const prepare = makePrepare(mapping, options.now);
  /** Keys on their way to the database, where a look-up may not see them yet; in a dry run all there were. */
  const claimed = new Set<string>();

  /** Rows that may become cases; the others are counted and told. */
  async function candidatesOf(batch: readonly SourceRow[], reject: Rejecter): Promise<Candidate[]> {
    const prepared = batch.flatMap((source) => {
      if ("broken" in source) return reject(source.line, "", { field: "", reason: source.broken });
      const row = prepare(source.values);
      if ("reason" in row) return reject(source.line, source.values[mapping.id]?.trim() ?? "", row);
      return [{ line: source.line, key: keyOf(mapping.source, row.id), row }];
    });
    const keys = prepared.map((one) => one.key);
    // Before the look-up: what it does not see yet must still be claimed when it has answered.
    const onTheirWay = new Set(keys.filter((key) => claimed.has(key)));
    const known = await knownKeys(db, city.code, keys, options.begun);
    return prepared.flatMap((one) => {
      const before = known.get(one.key);
      if (before !== undefined || onTheirWay.has(one.key)) return pass(before?.sinceBegun !== false);
      const steps = planOf(one.row, reference);
      if ("reason" in steps) return reject(one.line, one.row.id, steps);
      return [{ ...one, steps }];
    });
  }

  async function numbersFor(candidates: readonly Candidate[]): Promise<(string | undefined)[]> {
    const dates = candidates.map((one) => city.calendar.localDate(one.row.times.opened));
    if (options.dryRun) return dates.map((date) => caseNumber(city.code, date, 1));
    return candidates.length === 0 ? [] : takeNumbers(db, city.code, dates);
  }

  /** @param repeated whether the case came out of this very file */
  function pass(repeated: boolean): [] {
    tally.known += 1;
    if (repeated) tally.repeated += 1;
    return [];
  }

  function count(write: Write, row: Prepared, written: Written): void {
    if (written === "conflict") throw new Error(`The new number ${write.record.no} was taken`);
    if (written === "key-used") {
      // Another import of the same file was quicker.
      pass(false);
      return;
    }
    tally.opened += 1;
    if (row.cut) tally.shortened += 1;
    tally.states[write.record.state] = (tally.states[write.record.state] ?? 0) + 1;
  }

  async function append(write: Write, key: string, row: Prepared): Promise<void> {
    if (options.dryRun) return count(write, row, "written");
    try {
      count(write, row, await options.cases.journal.append(write));
    } finally {
      claimed.delete(key);
    }
  }

  return {
    async take(batch) {
      const rejected: Reject[] = [];
      const reject: Rejecter = (line, id, { field, reason }) => {
        rejected.push({ line, id, field, reason });
        tally.rejected += 1;
        return [];
      };
      const candidates = await candidatesOf(batch, reject);
      const numbers = await numbersFor(candidates);
      const mine = new Set<string>();
      const writes = candidates.flatMap(({ line, key, row, steps }, index) => {
        const no = numbers[index];
        if (mine.has(key)) return pass(true);
        if (no === undefined) return reject(line, row.id, usedUp);
        const write = historian.write(no, key, steps);
        if ("reason" in write) return reject(line, row.id, write);
        mine.add(key);
        claimed.add(key);
        return [append(write, key, row)];
      });
      tally.rows += batch.length;
      // The engine is asked last; the file is to be read from top to bottom.
      rejected.sort((one, other) => one.line - other.line);
      return { rejected, written: Promise.all(writes).then(() => undefined) };
    },
  };
}

/** Counts and notes a rejected row; gives the nothing that it becomes. */
type Rejecter = (line: number, id: string, fault: Fault) => [];

const usedUp: Fault = {
  field: "no",
  reason: { zh: "当日案件编号已用完", en: "The case numbers of that day are used up" },
};
