import type { Calendar } from "@xiuhua/core/calendar";
import type { EvidenceFile } from "../api/index.ts";
import type { BlobStore } from "./blob-store.ts";
import { plainName } from "./file-name.ts";
import { receive, type Arrival, type Incoming, type Received } from "./incoming.ts";
import { largest, type Limits } from "./limits.ts";
import { kindOf, type MediaType } from "./media-types.ts";
import type { Photo } from "./photo.ts";
import { recognise } from "./recognise.ts";
import type { NewRecord, Records } from "./records.ts";
import { hashDiffers, tooLarge, type UploadRefusal } from "./refusals.ts";
import type { Renderer } from "./renderer.ts";
import { modifiedAt, takenAt, takenPlace } from "./taken.ts";

/** Who sends a file, and what they call it. */
export interface Upload {
  readonly reader: { readonly person: string };
  readonly fileName?: string;
  /** What the sender says the bytes are, 64 hexadecimal digits; others are refused. */
  readonly sha256?: string;
  /** A drawing, such as the demo's. */
  readonly drawing?: boolean;
}

export type Stored =
  { readonly ok: true; readonly value: EvidenceFile } | { readonly ok: false; readonly refusal: UploadRefusal };

type Examined = NewRecord & { readonly mediaType: MediaType };

interface Refused {
  readonly refusal: UploadRefusal;
}

/**
 * Takes files in. The order is what makes a crash harmless at any moment: the bytes arrive aside; what is about to be
 * stored is noted; renditions, then the original get their names, each whole and durable; then the record is written
 * and the note removed.
 */
export function makeIntake(tools: {
  readonly blobs: BlobStore;
  readonly incoming: Incoming;
  readonly records: Records;
  readonly renderer: Renderer;
  readonly limits: Limits;
  readonly now: () => number;
  readonly calendar: Pick<Calendar, "atLocal">;
}) {
  const { blobs, incoming, records, renderer, limits, now, calendar } = tools;

  async function store(stream: AsyncIterable<Uint8Array>, upload: Upload): Promise<Stored> {
    const arrival = incoming.arrive();
    try {
      const received = await receive(stream, arrival.file, largest(limits));
      if ("refusal" in received) return { ok: false, refusal: received.refusal };
      if (upload.sha256 !== undefined && upload.sha256 !== received.hash) return { ok: false, refusal: hashDiffers };
      const known = await again(received, upload);
      if (known !== undefined) return { ok: true, value: known };
      const record = await examine(arrival, received, upload);
      if ("refusal" in record) return { ok: false, refusal: record.refusal };
      await keep(arrival, record);
      const stored = (await records.find([record.hash])).get(record.hash);
      if (stored === undefined) throw new Error(`Evidence ${record.hash} was recorded and is not there`);
      return { ok: true, value: stored.file };
    } finally {
      await incoming.clear(arrival);
    }
  }

  /** The record of content that is stored already. A person who sends it too is an uploader too. */
  async function again({ hash, bytes }: Received, upload: Upload): Promise<EvidenceFile | undefined> {
    const known = (await records.find([hash])).get(hash);
    // Where the disk lost it, it is taken in once more.
    if (known === undefined || (await blobs.size(hash, "original")) !== bytes) return undefined;
    await records.addUploader(hash, upload.reader.person);
    return known.file;
  }

  async function examine(arrival: Arrival, received: Received, upload: Upload): Promise<Examined | Refused> {
    const recognised = await recognise(arrival.file);
    if ("refusal" in recognised) return recognised;
    const { mediaType } = recognised;
    const { family } = kindOf(mediaType);
    if (received.bytes > limits[family]) return { refusal: tooLarge(limits[family], family) };
    if (family !== "photo") return record(received, mediaType, upload);
    const photo = await renderer.examine(arrival, mediaType);
    return "refusal" in photo ? photo : record(received, mediaType, upload, photo);
  }

  function record(received: Received, mediaType: MediaType, upload: Upload, photo?: Photo): Examined {
    const name = plainName(upload.fileName);
    const { make, model, orientation } = photo?.exif ?? {};
    const at = photo?.exif && takenAt(photo.exif, calendar);
    const place = photo?.exif && takenPlace(photo.exif);
    const modified = photo?.exif && modifiedAt(photo.exif, calendar);
    const software = photo?.exif?.software;
    return {
      ...received,
      mediaType,
      ...(photo ? { width: photo.width, height: photo.height } : {}),
      ...(at === undefined ? {} : { takenAt: at }),
      ...(place === undefined ? {} : { takenPlace: place }),
      ...(photo?.print === undefined || upload.drawing ? {} : { print: photo.print }),
      details: {
        ...(name === undefined ? {} : { name }),
        ...(make === undefined && model === undefined
          ? {}
          : { camera: { ...(make === undefined ? {} : { make }), ...(model === undefined ? {} : { model }) } }),
        ...(orientation === undefined ? {} : { orientation }),
        ...(software === undefined ? {} : { software }),
        ...(modified === undefined ? {} : { modifiedAt: modified }),
        ...(upload.drawing ? { drawing: true } : {}),
      },
      uploadedBy: upload.reader.person,
      uploadedAt: now(),
    };
  }

  async function keep(arrival: Arrival, record: Examined): Promise<void> {
    await incoming.writeNote(arrival, record);
    if (kindOf(record.mediaType).family === "photo") await renderer.keep(arrival, record.hash);
    await blobs.put(record.hash, "original", arrival.file);
    await records.add(record);
    await incoming.removeNote(arrival);
  }

  return { store };
}
