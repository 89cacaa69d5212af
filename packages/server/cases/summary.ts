import type { CaseSummary, Named } from "../api/index.ts";
import type { ListRow } from "./queries.ts";
import type { WordSources } from "./wording.ts";

export const iso = (at: number): string => new Date(at).toISOString();

/** A row of the store as a line of the API: ids get their names, the light is derived from now. */
export function summaryOf(sources: WordSources, row: ListRow, now: number): CaseSummary {
  const colour = lightOf(row, now);
  const type = row.type === null ? undefined : sources.catalogue.type(row.type);
  const department =
    row.department === null ? undefined : named(row.department, sources.directory.unit(row.department));
  const area = row.area === null ? undefined : areaNamed(sources, row.area);
  return {
    no: row.no,
    procedure: row.procedure,
    seq: row.seq,
    state: row.state,
    final: row.final,
    title: row.title,
    requests: row.requests,
    openedAt: iso(row.opened_at),
    changedAt: iso(row.changed_at),
    overran: row.overran,
    ...(row.type === null ? {} : { type: { id: row.type, name: type?.matter ?? { zh: row.type, en: row.type } } }),
    ...(row.source === null ? {} : { source: row.source }),
    ...(area ? { area } : {}),
    ...(row.cell === null ? {} : { cell: row.cell }),
    ...(row.lng === null || row.lat === null
      ? {}
      : { place: { text: row.place_text ?? "", lng: row.lng, lat: row.lat } }),
    ...(department ? { department } : {}),
    ...(row.component === null ? {} : { component: row.component }),
    ...(row.due_at === null || row.final ? {} : { dueAt: iso(row.due_at) }),
    ...(row.warn_at === null || row.final ? {} : { warnAt: iso(row.warn_at) }),
    ...(colour ? { colour } : {}),
    ...(row.photo === null ? {} : { photo: row.photo }),
  };
}

function lightOf(row: ListRow, now: number): CaseSummary["colour"] {
  if (row.final || row.due_at === null) return undefined;
  if (now > row.due_at) return "red";
  return row.warn_at !== null && now > row.warn_at ? "yellow" : "green";
}

export function named(id: string, found: { readonly name: Named["name"] } | undefined): Named {
  return { id, name: found?.name ?? { zh: id, en: id } };
}

/** An area with what it lies in: 解放区 · 民生街道. */
function areaNamed({ places }: WordSources, code: string): Named {
  const chain = [6, 9, 12]
    .filter((length) => length <= code.length)
    .flatMap((length) => places.area(code.slice(0, length)) ?? []);
  return {
    id: code,
    name: {
      zh: chain.map((one) => one.name.zh).join("·") || code,
      en: chain.map((one) => one.name.en).join(", ") || code,
    },
  };
}
