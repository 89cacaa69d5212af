import { durable, type FieldDatabase } from "./database.ts";

/** Deletes bytes that no draft and no entry names: leavings of a version that failed half way. Returns how many. */
export async function sweepBlobs(db: FieldDatabase): Promise<number> {
  const tx = db.transaction(["entries", "drafts", "blobs"], "readwrite", durable);
  const blobs = tx.objectStore("blobs");
  const [entries, drafts, keys] = await Promise.all([
    tx.objectStore("entries").getAll(),
    tx.objectStore("drafts").getAll(),
    blobs.getAllKeys(),
  ]);
  const named = new Set([...entries, ...drafts].flatMap(({ files }) => files.map((file) => file.id)));
  const stray = keys.filter((key) => !named.has(key));
  await Promise.all([...stray.map((key) => blobs.delete(key)), tx.done]);
  return stray.length;
}
