import { photoAddress } from "../../shared/api/index.ts";
import { smaller } from "../phone/index.ts";
import type { FieldDatabase } from "../store/index.ts";

/** `small` for lists; `large` fills the phone's screen, so that one finds the same view again. */
export type PictureSize = "small" | "large";

/** The longest side of a large one, in pixels: three to a point of a small phone's screen (our own choice). */
const largeSide = 1280;

const keyOf = (person: string, hash: string, size: PictureSize): string => `${person} ${hash} ${size}`;

async function keptPicture(
  db: FieldDatabase,
  person: string,
  hash: string,
  size: PictureSize,
): Promise<Blob | undefined> {
  return (await db.get("pictures", keyOf(person, hash, size)))?.blob;
}

/** A photo of a case from this phone, else from the server, and kept from then on; undefined where it cannot be had now. */
export async function fetchPicture(
  db: FieldDatabase,
  person: string,
  hash: string,
  size: PictureSize,
): Promise<Blob | undefined> {
  const there = await keptPicture(db, person, hash, size);
  if (there) return there;
  const blob = await read(photoAddress(hash, size === "large" ? "full" : "thumbnail"));
  if (!blob) return undefined;
  const kept = size === "large" ? ((await smaller(blob, largeSide)) ?? blob) : blob;
  // A full disk keeps no copies: what the person made comes first.
  await db.put("pictures", { blob: kept, at: Date.now() }, keyOf(person, hash, size)).catch(() => undefined);
  return kept;
}

async function read(address: string): Promise<Blob | undefined> {
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    const blob = await answer.blob();
    return answer.ok && blob.type.startsWith("image/") ? blob : undefined;
  } catch {
    return undefined;
  }
}

/** Forgets a person's pictures, but for those with one of these hashes. */
export async function forgetPictures(db: FieldDatabase, person: string, but: ReadonlySet<string>): Promise<void> {
  const tx = db.transaction("pictures", "readwrite");
  const keys = await tx.store.getAllKeys(IDBKeyRange.bound(`${person} `, `${person} \uffff`));
  const old = keys.filter((key) => !but.has(key.split(" ")[1] ?? ""));
  await Promise.all([...old.map((key) => tx.store.delete(key)), tx.done]);
}
