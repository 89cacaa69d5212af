import { Readable } from "node:stream";
import sharp, { type Exif } from "sharp";

/** A stream of the bytes in small pieces, as a network delivers them. */
export function inPieces(bytes: Uint8Array, size = 16_384): Readable {
  return Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );
}

/** A picture that does not compress to nothing; another seed is another picture. */
export async function photo(
  options: {
    width?: number;
    height?: number;
    seed?: number;
    exif?: Exif;
    orientation?: number;
    format?: "jpeg" | "png" | "webp";
  } = {},
): Promise<Buffer> {
  const { width = 640, height = 480, seed = 1, exif, orientation, format = "jpeg" } = options;
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let index = 0; index < pixels.length; index += 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    pixels[index] = ((index / 3) % width) / 4 + (state >>> 28);
  }
  const picture = sharp(pixels, { raw: { width, height, channels: 3 } });
  if (exif) picture.withExif(exif);
  if (orientation !== undefined) picture.withMetadata({ orientation });
  return picture.toFormat(format).toBuffer();
}

/** EXIF of a phone in Jiaozuo on Sunday 1 March 2026, ten in the morning by its own clock. */
export const phoneExif = (more: Exif = {}): Exif => ({
  IFD0: { Make: "HUAWEI", Model: "Mate 60", ...more.IFD0 },
  IFD2: { DateTimeOriginal: "2026:03:01 10:00:00", ...more.IFD2 },
  IFD3: {
    GPSLatitudeRef: "N",
    GPSLatitude: "35/1 12/1 3600/100",
    GPSLongitudeRef: "E",
    GPSLongitude: "113/1 14/1 30/1",
    ...more.IFD3,
  },
});

/** A picture of coloured shapes, so that it has something to compare; another seed is another picture. 800 × 600. */
export async function scenery(seed: number, exif?: Exif): Promise<Buffer> {
  let state = seed;
  const random = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const shapes = Array.from(
    { length: 40 },
    () =>
      `<rect x="${random(760)}" y="${random(560)}" width="${40 + random(200)}" height="${40 + random(200)}" fill="rgb(${random(256)},${random(256)},${random(256)})"/>`,
  );
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600"><rect width="800" height="600" fill="#888"/>${shapes.join("")}</svg>`;
  const picture = sharp(Buffer.from(drawing)).jpeg();
  return (exif ? picture.withExif(exif) : picture).toBuffer();
}
