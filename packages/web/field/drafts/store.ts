import { durable, type FieldDatabase } from "../store/index.ts";
import type { QueuedFile } from "../queue/index.ts";
import { draftKey, type Draft } from "./draft.ts";

export const readDraft = (db: FieldDatabase, key: string): Promise<Draft | undefined> => db.get("drafts", key);

/** Keeps the words of a draft; its files are what was last saved with it. */
export async function saveValues(db: FieldDatabase, draft: Draft): Promise<void> {
  const tx = db.transaction("drafts", "readwrite", durable);
  const before = await tx.store.get(draftKey(draft));
  await tx.store.put({ ...draft, files: before?.files ?? [] }, draftKey(draft));
  await tx.done;
}

/** Keeps a photo and its place in the draft, both or neither. Rejects with `QuotaExceededError` where the disk is full. */
export async function saveFile(db: FieldDatabase, draft: Draft, file: QueuedFile, blob: Blob): Promise<void> {
  const tx = db.transaction(["drafts", "blobs"], "readwrite", durable);
  const drafts = tx.objectStore("drafts");
  const before = (await drafts.get(draftKey(draft))) ?? draft;
  await Promise.all([
    tx.objectStore("blobs").put(blob, file.id),
    drafts.put({ ...before, files: [...before.files, file] }, draftKey(draft)),
    tx.done,
  ]);
}

export async function removeFile(db: FieldDatabase, key: string, id: string): Promise<void> {
  const tx = db.transaction(["drafts", "blobs"], "readwrite", durable);
  const drafts = tx.objectStore("drafts");
  const draft = await drafts.get(key);
  await Promise.all([
    tx.objectStore("blobs").delete(id),
    draft && drafts.put({ ...draft, files: draft.files.filter((file) => file.id !== id) }, key),
    tx.done,
  ]);
}

/** Throws the draft away, with its photos. */
export async function removeDraft(db: FieldDatabase, key: string): Promise<void> {
  const tx = db.transaction(["drafts", "blobs"], "readwrite", durable);
  const draft = await tx.objectStore("drafts").get(key);
  const blobs = tx.objectStore("blobs");
  await Promise.all([
    tx.objectStore("drafts").delete(key),
    ...(draft?.files ?? []).map((file) => blobs.delete(file.id)),
    tx.done,
  ]);
}
