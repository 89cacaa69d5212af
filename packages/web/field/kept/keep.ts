import type { QueryClient, QueryKey } from "@tanstack/react-query";
import type { FieldDatabase } from "../store/index.ts";

declare module "@tanstack/react-query" {
  interface Register {
    queryMeta: {
      /** Kept on the phone, to be read without a network. */
      readonly kept?: boolean;
    };
  }
}

/** Marks a query's answers to be kept: `{ ...caseQuery(no), meta: kept }`. */
export const kept = { kept: true } as const;

/** How long an answer is of use without a network (our own choice). */
const longest = 7 * 24 * 3_600_000;

const prefix = (person: string): string => `${person} `;
const keyOf = (person: string, key: QueryKey): string => prefix(person) + JSON.stringify(key);

/** Puts what was kept for this person where the screens look for it, and keeps what comes from now on. */
export async function keepQueries(
  db: FieldDatabase,
  client: QueryClient,
  person: string,
  now: () => number,
): Promise<() => void> {
  const range = IDBKeyRange.bound(prefix(person), `${prefix(person)}\uffff`);
  for (const { key, value, at } of await db.getAll("views", range))
    if (now() - at < longest) client.setQueryData(key, value, { updatedAt: at });
  return client.getQueryCache().subscribe((event) => {
    if (event.type !== "updated" || event.action.type !== "success" || event.query.meta?.kept !== true) return;
    const { queryKey, state } = event.query;
    // A disk that is full keeps no copies: what the person made comes first.
    db.put("views", { key: queryKey, value: state.data, at: now() }, keyOf(person, queryKey)).catch(() => undefined);
  });
}

/** Forgets one answer. */
export async function forgetView(db: FieldDatabase, person: string, key: QueryKey): Promise<void> {
  await db.delete("views", keyOf(person, key));
}

/** Forgets what was kept: of one person at their log-out, or of all others when somebody logs in. */
export async function forgetKept(db: FieldDatabase, whose: (person: string) => boolean): Promise<void> {
  const tx = db.transaction(["views", "pictures", "trail"], "readwrite");
  for (const name of ["views", "pictures"] as const) {
    const store = tx.objectStore(name);
    const keys = await store.getAllKeys();
    await Promise.all(keys.filter((key) => whose(key.split(" ", 1)[0] ?? "")).map((key) => store.delete(key)));
  }
  // Where somebody walked, too, once the server has it.
  const trail = tx.objectStore("trail");
  const marks = (await trail.getAll()).filter(({ person, sent }) => sent && whose(person));
  await Promise.all([...marks.map(({ key }) => trail.delete(key)), tx.done]);
}

/** Makes room: everything that the server can say again. */
export async function makeRoom(db: FieldDatabase): Promise<void> {
  await forgetKept(db, () => true);
}

/** Forgets answers and pictures that nobody has looked for lately. */
export async function forgetOld(db: FieldDatabase, now: number): Promise<void> {
  const tx = db.transaction(["views", "pictures"], "readwrite");
  for (const name of ["views", "pictures"] as const) {
    const store = tx.objectStore(name);
    const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
    await Promise.all(keys.filter((_, at) => (values[at]?.at ?? 0) < now - longest).map((key) => store.delete(key)));
  }
  await tx.done;
}
