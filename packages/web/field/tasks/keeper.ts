import type { QueryClient } from "@tanstack/react-query";
import type { CaseDetail, CaseSummary } from "@xiuhua/server/api";
import { forgetView } from "../kept/index.ts";
import { fetchPicture, forgetPictures } from "../pictures/index.ts";
import type { FieldDatabase } from "../store/index.ts";
import { earlierPhotos } from "./earlier-photos.ts";
import { taskQuery, tasksQuery } from "./queries.ts";

export interface Keeping {
  readonly db: FieldDatabase;
  readonly client: QueryClient;
  readonly person: string;
}

/** How many cases are asked for at once: a weak line carries no more. */
const together = 3;

/** What nobody acted on is read again after this, in milliseconds: kept answers are forgotten by their age. */
const renewed = 24 * 3_600_000;

/**
 * Brings the tasks onto the phone: the list, then each case that is not there as it stands now, then its earlier photos;
 * and lets go what waits for this person no more. What cannot be had now is had next time.
 */
export async function keepTasks(keeping: Keeping): Promise<void> {
  const page = await keeping.client.fetchQuery({ ...tasksQuery, staleTime: 0 });
  const left = [...page.items];
  const hashes = new Set<string>();
  const work = async () => {
    for (let next = left.shift(); next; next = left.shift()) {
      // What lies here already is better than nothing.
      const detail = await keptCase(keeping, next).catch(() => keptBefore(keeping, next.no));
      for (const hash of detail ? photosToKeep(detail) : []) hashes.add(hash);
    }
  };
  await Promise.all(Array.from({ length: together }, work));
  for (const hash of hashes) await fetchPicture(keeping.db, keeping.person, hash, "small");
  for (const { no } of page.items) await keepGhost(keeping, no);
  // A list that goes on beyond its page does not say what is gone.
  if (page.next === undefined) await letGo(keeping, new Set(page.items.map(({ no }) => no)), hashes);
}

/** Whether the list names a case that does not lie here as the list has it. */
export const isBehind = (keeping: Keeping): boolean =>
  (keeping.client.getQueryData(tasksQuery.queryKey)?.items ?? []).some(
    ({ no, seq }) => keptBefore(keeping, no)?.seq !== seq,
  );

async function keptCase(keeping: Keeping, { no, seq }: CaseSummary): Promise<CaseDetail> {
  const there = keptBefore(keeping, no);
  const at = keeping.client.getQueryState(taskQuery(no).queryKey)?.dataUpdatedAt ?? 0;
  return there?.seq === seq && Date.now() - at < renewed
    ? there
    : keeping.client.fetchQuery({ ...taskQuery(no), staleTime: 0 });
}

const keptBefore = ({ client }: Keeping, no: string): CaseDetail | undefined =>
  client.getQueryData(taskQuery(no).queryKey);

const photosToKeep = (detail: CaseDetail): string[] => [
  ...earlierPhotos(detail).map(({ hash }) => hash),
  ...(detail.photo === undefined ? [] : [detail.photo]),
];

/** The one picture that is worth its bytes on a mobile line: the view that is to be found again. */
async function keepGhost(keeping: Keeping, no: string): Promise<void> {
  const detail = keptBefore(keeping, no);
  const [ghost] = detail ? earlierPhotos(detail) : [];
  if (ghost) await fetchPicture(keeping.db, keeping.person, ghost.hash, "large");
}

async function letGo(
  { db, client, person }: Keeping,
  cases: ReadonlySet<string>,
  hashes: ReadonlySet<string>,
): Promise<void> {
  for (const query of client.getQueryCache().findAll({ queryKey: ["case"], type: "inactive" })) {
    const no = query.queryKey[1];
    if (typeof no !== "string" || query.queryKey.length !== 2 || cases.has(no)) continue;
    client.removeQueries({ queryKey: query.queryKey, exact: true });
    await forgetView(db, person, query.queryKey);
  }
  await forgetPictures(db, person, hashes);
}
