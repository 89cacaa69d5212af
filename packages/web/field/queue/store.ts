import { durable, type FieldDatabase } from "../store/index.ts";
import { entryOf, type Done, type Entry } from "./entry.ts";
import { followers } from "./follow.ts";

const orderSetting = "order";

/**
 * Takes what the person did into the queue and lets its draft go, both or neither. A second tap finds it there already.
 */
export async function enqueue(db: FieldDatabase, done: Done, draft?: string): Promise<Entry> {
  const tx = db.transaction(["entries", "drafts", "settings"], "readwrite", durable);
  const [entries, settings] = [tx.objectStore("entries"), tx.objectStore("settings")];
  const [before, last] = await Promise.all([entries.get(done.id), settings.get(orderSetting)]);
  const order = (typeof last === "number" ? last : 0) + 1;
  const entry = before ?? entryOf(done, order);
  if (!before) await Promise.all([entries.add(entry), settings.put(order, orderSetting)]);
  if (draft !== undefined) await tx.objectStore("drafts").delete(draft);
  await tx.done;
  return entry;
}

/** A person's entries in the order in which things were done. */
export async function entriesOf(db: FieldDatabase, person: string): Promise<Entry[]> {
  const entries = await db.getAllFromIndex("entries", "person", person);
  return entries.sort((one, other) => one.order - other.order);
}

/**
 * Changes an entry as it lies there now; `change` answers undefined to leave it. What is sent needs its photos' bytes no
 * more: they go in the same breath.
 */
export async function changeEntry(
  db: FieldDatabase,
  id: string,
  change: (entry: Entry) => Entry | undefined,
): Promise<void> {
  const tx = db.transaction(["entries", "blobs"], "readwrite", durable);
  const entries = tx.objectStore("entries");
  const before = await entries.get(id);
  const after = before && change(before);
  const blobs = tx.objectStore("blobs");
  if (after) {
    await entries.put(after);
    if (after.state === "sent") {
      const others = await entries.index("person").getAll(after.person);
      await Promise.all([
        ...after.files.map((file) => blobs.delete(file.id)),
        ...followers(after, others).map((one) => entries.put(one)),
      ]);
    }
  }
  await tx.done;
}

/** Throws an entry away, with its photos. */
export async function removeEntry(db: FieldDatabase, id: string): Promise<void> {
  const tx = db.transaction(["entries", "blobs"], "readwrite", durable);
  const entry = await tx.objectStore("entries").get(id);
  const blobs = tx.objectStore("blobs");
  await Promise.all([
    tx.objectStore("entries").delete(id),
    ...(entry?.files ?? []).map((file) => blobs.delete(file.id)),
    tx.done,
  ]);
}

export const blobOf = (db: FieldDatabase, file: string): Promise<Blob | undefined> => db.get("blobs", file);

/** How long what was sent stays to be looked at (our own choice). */
const sentDays = 3;

/** Forgets what was sent some days ago. */
export async function forgetSent(db: FieldDatabase, now: number): Promise<void> {
  const tx = db.transaction("entries", "readwrite", durable);
  const old = (await tx.store.getAll()).filter(
    ({ state, sentAt }) => state === "sent" && (sentAt ?? 0) < now - sentDays * 24 * 3_600_000,
  );
  await Promise.all([...old.map((entry) => tx.store.delete(entry.id)), tx.done]);
}
