import { photoAddress } from "../../shared/api/index.ts";
import { smaller } from "../phone/index.ts";
import type { FieldDatabase } from "../store/index.ts";

/** `small` for lists; `large` fills the phone's screen, so that one finds the same view again. */
export type PictureSize = "small" | "large";

/** The longest side of a large one, in pixels: three to a point of a small phone's screen (our own choice). */
const largeSide = 1280;

/** A picture that is used is noted as used at most so often, in milliseconds. */
const renewed = 24 * 3_600_000;

const keyOf = (person: string, hash: string, size: PictureSize): string => `${person} ${hash} ${size}`;

/** A photo of a case from this phone, else from the server, and kept from then on; undefined where it cannot be had now. */
export async function fetchPicture(
  db: FieldDatabase,
  person: string,
  hash: string,
  size: PictureSize,
): Promise<Blob | undefined> {
  const key = keyOf(person, hash, size);
  const there = await db.get("pictures", key);
  if (there) {
    // Old pictures are forgotten; one that is looked for is not old.
    if (Date.now() - there.at > renewed) await keep(db, key, there.blob);
    return there.blob;
  }
  const blob = await read(photoAddress(hash, size === "large" ? "full" : "thumbnail"));
  if (!blob) return undefined;
  const kept = size === "large" ? ((await smaller(blob, largeSide)) ?? blob) : blob;
  await keep(db, key, kept);
  return kept;
}

async function keep(db: FieldDatabase, key: string, blob: Blob): Promise<void> {
  // A full disk keeps no copies: what the person made comes first.
  await db.put("pictures", { blob, at: Date.now() }, key).catch(() => undefined);
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
