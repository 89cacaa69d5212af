import { photoAddress } from "../../shared/api/index.ts";
import type { FieldDatabase } from "../store/index.ts";

export type PictureSize = "full" | "thumbnail";

/** A photo of a case: from this phone where it was seen before, else from the server, and kept. A hash never changes. */
export async function pictureOf(
  db: FieldDatabase,
  person: string,
  hash: string,
  size: PictureSize,
): Promise<Blob | undefined> {
  const key = `${person} ${hash} ${size}`;
  const there = await db.get("pictures", key);
  if (there) return there.blob;
  const answer = await fetch(photoAddress(hash, size), { credentials: "same-origin" }).catch(() => undefined);
  if (answer?.ok !== true) {
    // A small picture is better than none.
    return size === "full" ? (await db.get("pictures", `${person} ${hash} thumbnail`))?.blob : undefined;
  }
  const blob = await answer.blob();
  await db.put("pictures", { blob, at: Date.now() }, key).catch(() => undefined);
  return blob;
}
