import { publishedOf, wordsOf, type Procedure } from "@xiuhua/core/procedure";
import type { PublicCase, PublicPage, PublicProcedure, PublicQuery } from "../api/index.ts";
import { fieldsInWords, type WordSources } from "../cases/index.ts";
import type { Database } from "../store/index.ts";
import { publishedPage, type Place } from "./page.ts";

export interface PublishedOptions {
  readonly db: Database;
  readonly city: { readonly code: string };
  readonly sources: WordSources;
  readonly procedures: ReadonlyMap<string, Procedure>;
}

const pageSize = 20;

/** What anybody may read, without saying who they are. */
export function makePublished({ db, city, sources, procedures }: PublishedOptions) {
  const open = [...procedures.values()].filter((one) => !one.confidential && (one.publishes ?? []).length > 0);

  return {
    procedures: (): PublicProcedure[] => open.map(described),

    /** Undefined where the procedure publishes nothing. */
    async cases({ procedure: id, q, after }: PublicQuery): Promise<PublicPage | undefined> {
      const procedure = open.find((one) => one.id === id);
      if (!procedure) return undefined;
      const place = placeOf(after);
      // One more than is shown tells whether there is a next page.
      const rows = await publishedPage(db, city.code, procedure, {
        limit: pageSize + 1,
        ...(q === undefined ? {} : { q }),
        ...(place ? { after: place } : {}),
      });
      const shown = rows.slice(0, pageSize);
      const last = shown.at(-1);
      return {
        items: shown.flatMap(({ record }): PublicCase[] => {
          const readable = publishedOf(procedure, record);
          if (!readable) return [];
          const fields = fieldsInWords(sources, procedure, readable);
          return [
            {
              no: record.no,
              state: stateOf(procedure, record.state),
              openedAt: new Date(record.openedAt).toISOString(),
              fields: fields.map(({ name, title, value }) => ({ name, title, value })),
            },
          ];
        }),
        ...(rows.length > pageSize && last ? { next: cursor(last.record.openedAt, last.no) } : {}),
      };
    },
  };
}

function described(procedure: Procedure): PublicProcedure {
  const fields = [procedure.subject.properties, procedure.facts.properties].flatMap((properties) =>
    Object.entries(properties).flatMap(([name, schema]) =>
      "audience" in schema && schema.audience === "public"
        ? [{ name, title: wordsOf(schema) ?? { zh: name, en: name } }]
        : [],
    ),
  );
  return {
    id: procedure.id,
    title: procedure.title,
    states: (procedure.publishes ?? []).map((state) => stateOf(procedure, state)),
    fields,
  };
}

const stateOf = (procedure: Procedure, id: string): PublicCase["state"] => ({
  id,
  title: procedure.states[id]?.title ?? { zh: id, en: id },
});

const cursor = (at: number, no: string): string => `${at}-${no}`;

/** A cursor that is not ours begins at the first page. */
function placeOf(text: string | undefined): Place | undefined {
  const [, at, no] = /^(\d{1,14})-(\d{1,32})$/.exec(text ?? "") ?? [];
  return at === undefined || no === undefined ? undefined : { at: new Date(Number(at)).toISOString(), no };
}
