import type { DevicePosition } from "@xiuhua/server/api";
import type { QueuedFile } from "../queue/index.ts";
import { sha256 } from "./hash.ts";
import { thumbnailOf } from "./thumbnail.ts";

/** What the server takes as a photo. */
const photoTypes: ReadonlySet<string> = new Set(["image/jpeg", "image/png", "image/webp"]);

export interface Captured {
  readonly file: QueuedFile;
  readonly blob: Blob;
}

export interface Taking {
  readonly kind: QueuedFile["kind"];
  /** Taken now, here; else chosen from what was there already, and the picture itself must say when and where. */
  readonly here: boolean;
  readonly position?: DevicePosition | undefined;
}

/** A picture the browser cannot keep as evidence: of a kind the server does not take. */
export class WrongPicture extends Error {}

/**
 * Makes a photo evidence: its bytes as they came, their hash now, when and where. What is kept is made of the very bytes
 * that were hashed. @throws WrongPicture
 */
export async function capture(picture: Blob, { kind, here, position }: Taking): Promise<Captured> {
  const now = Date.now();
  if (!photoTypes.has(picture.type)) throw new WrongPicture(picture.type);
  const bytes = await picture.arrayBuffer();
  const blob = new Blob([bytes], { type: picture.type });
  const [hash, thumbnail] = await Promise.all([sha256(bytes), thumbnailOf(blob)]);
  const file: QueuedFile = {
    id: crypto.randomUUID(),
    kind,
    hash,
    bytes: blob.size,
    mediaType: blob.type,
    name: picture instanceof File ? picture.name : `${kind}.jpg`,
    ...(here ? { capturedAt: now } : {}),
    ...(here && position ? { position } : {}),
    ...(thumbnail ? { thumbnail } : {}),
    stored: false,
  };
  return { file, blob };
}
