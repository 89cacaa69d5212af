import { available, type CaseRecord, type Procedure } from "@xiuhua/core/procedure";
import type { Duplicate, DuplicateQuery, Duplicates } from "../api/index.ts";
import { firstPhotos, summaryOf, visible, type CaseService } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Reader } from "../people/index.ts";
import type { Database, Sql } from "../store/index.ts";
import { findNear, recorded, reported, type NearRow } from "./queries.ts";
import { likeness, type Report } from "./score.ts";
import { duplicateSettings } from "./settings.ts";

export interface DuplicateOptions {
  readonly db: Database;
  readonly city: City;
  readonly cases: Pick<CaseService, "sources" | "procedures" | "contexts">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** The best that are shown. */
const shown = 10;

/** How the city case takes one case into another: the action, and the field for the other's number. */
const merging = { action: "merge", field: "into" } as const;

/** Unfinished cases that may be about the same as a report. They are shown and offered; nothing is merged by itself. */
export function makeDuplicates({ db, city, cases, now }: DuplicateOptions) {
  const { sources, procedures } = cases;
  const settings = city.settings(duplicateSettings);
  const seenBy = (reader: Reader): Sql =>
    visible(reader, [...procedures.values()], (unit) => sources.directory.below(unit));

  /** The likeliest first, each with the photo by which one sees whether it is the same. */
  async function likeliest(
    mine: Report,
    rows: readonly NearRow[],
    offer: (row: NearRow) => boolean,
  ): Promise<Duplicates> {
    const items = compared(mine, rows, offer);
    const photos = await firstPhotos(
      db,
      city.code,
      items.map((one) => one.case.no),
    );
    return {
      items: items.map((one) => {
        const photo = photos.get(one.case.no);
        return photo === undefined ? one : { ...one, case: { ...one.case, photo } };
      }),
    };
  }

  function compared(mine: Report, rows: readonly NearRow[], offer: (row: NearRow) => boolean): Duplicate[] {
    const at = now();
    const all = rows.flatMap((row): Duplicate[] => {
      const theirs = {
        type: row.type ?? undefined,
        text: row.title,
        component: row.component ?? undefined,
        at: row.opened_at,
      };
      const { score, reasons } = likeness(mine, theirs, row.metres, { ...settings, catalogue: sources.catalogue });
      if (score < settings.listFrom) return [];
      const nearCertain = score >= settings.mergeFrom;
      return [
        {
          case: summaryOf(sources, row, at),
          score,
          nearCertain,
          distanceMetres: Math.round(row.metres),
          reasons: [...reasons],
          ...(nearCertain && offer(row)
            ? { merge: { action: merging.action, initial: { [merging.field]: row.no } } }
            : {}),
        },
      ];
    });
    return all
      .sort((one, other) => other.score - one.score || one.distanceMetres - other.distanceMetres)
      .slice(0, shown);
  }

  function mayMerge(procedure: Procedure | undefined, record: CaseRecord, reader: Reader): boolean {
    return (
      procedure !== undefined &&
      available(procedure, record, cases.contexts(procedure, record, reader)).some(
        ({ action }) => action === merging.action,
      )
    );
  }

  return {
    /** Before it is reported. */
    async ofReport(reader: Reader, query: DuplicateQuery): Promise<Duplicates> {
      const { lng, lat, text, component } = query;
      const rows = await findNear(db, city.code, reported(lng, lat, component), seenBy(reader), settings.radiusMetres);
      const type = query.type === undefined ? undefined : sources.catalogue.type(query.type)?.code;
      return likeliest({ type, text, component, at: now() }, rows.filter(isNear), () => false);
    },

    /** Of a case; undefined where there is none or the reader may not see it. */
    async ofCase(reader: Reader, no: string): Promise<Duplicates | undefined> {
      const seen = seenBy(reader);
      const rows = await findNear(db, city.code, recorded(city.code, no, seen), seen, settings.radiusMetres);
      const record = rows[0]?.asked.record;
      if (!record) return undefined;
      const procedure = procedures.get(record.procedure);
      const index = procedure?.index(record);
      // A finished case repeats nothing: what is open near it has come since.
      if (!index || procedure?.states[record.state]?.final === true) return { items: [] };
      const mine = { type: index.type, text: index.title, component: index.component, at: record.openedAt };
      const mergeable = mayMerge(procedure, record, reader);
      return likeliest(mine, rows.filter(isNear), (row) => mergeable && row.opened_at <= record.openedAt);
    },
  };
}

export type DuplicateFinder = ReturnType<typeof makeDuplicates>;

function isNear<Row extends { readonly no: string | null }>(row: Row): row is Row & NearRow {
  return row.no !== null;
}
