import sharp, { type Sharp } from "sharp";
import { readExif, type Exif } from "./exif.ts";
import type { Limits } from "./limits.ts";
import type { MediaType } from "./media-types.ts";
import { pictureHash } from "./picture-hash.ts";
import { damaged, tooManyPixels, type UploadRefusal } from "./refusals.ts";

/** What the header of a photo says. */
export interface Photo {
  /** Pixels, as people see it: turned upright. */
  readonly width: number;
  readonly height: number;
  readonly exif: Exif | undefined;
  /** What near copies have in common; see `pictureHash`. */
  readonly print?: string;
}

/** What people are shown instead of the original: upright, re-encoded, with no metadata of any kind. JPEG, both. */
export interface Renditions {
  readonly view: Buffer;
  readonly thumbnail: Buffer;
  readonly print: string | undefined;
}

/** Longest sides, in pixels. */
const viewSide = 2560;
const thumbnailSide = 320;

/** Visibly lossless for a photo at its size; sharp's 80 shows on small print, which evidence often is. */
const viewQuality = 85;
const thumbnailQuality = 75;

const formats: Partial<Readonly<Record<MediaType, string>>> = {
  "image/jpeg": "jpeg",
  "image/png": "png",
  "image/webp": "webp",
};

/**
 * Sets the image library up for a server: one thread a picture and nothing kept between pictures, so that memory is
 * that of the picture being worked on.
 */
export function setUpImaging(): void {
  sharp.concurrency(1);
  sharp.cache(false);
}

/** Reads a photo's header without decoding it: the size is judged before a single pixel takes memory. */
export async function readPhoto(
  path: string,
  mediaType: MediaType,
  limits: Limits,
): Promise<Photo | { readonly refusal: UploadRefusal }> {
  const header = await headerOf(path);
  if (header?.format === undefined || header.format !== formats[mediaType]) return { refusal: damaged };
  const { width, height } = header.autoOrient;
  if (width * height > limits.pixels) return { refusal: tooManyPixels(width, height, limits.pixels) };
  return { width, height, exif: header.exif && readExif(header.exif) };
}

async function headerOf(path: string) {
  try {
    return await sharp(path, { limitInputPixels: false }).metadata();
  } catch {
    return undefined;
  }
}

/**
 * Decodes a photo from its first to its last pixel and makes the renditions.
 * @param photo a path, or the file's bytes
 * @returns undefined when it does not decode to its end
 */
export async function render(photo: string | Buffer, limits: Limits): Promise<Renditions | undefined> {
  try {
    const source = sharp(photo, { limitInputPixels: limits.pixels, failOn: "error", sequentialRead: true });
    const view = await shrink(source.autoOrient(), viewSide, viewQuality);
    const thumbnail = await shrink(sharp(view), thumbnailSide, thumbnailQuality);
    return { view, thumbnail, print: await pictureHash(thumbnail) };
  } catch {
    // Nothing is written here, so whatever the library has to say is about the picture.
    return undefined;
  }
}

function shrink(picture: Sharp, side: number, quality: number): Promise<Buffer> {
  return picture
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "white" })
    .jpeg({ quality })
    .toBuffer();
}
