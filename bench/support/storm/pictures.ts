import sharp from "sharp";

/** Different pictures; each photo is one of them with a comment of its own, so all differ in their bytes. */
const pictures = 40;

/** Small real JPEG files, 320 × 240, as many as are asked for, none like another. */
export async function makePictures(): Promise<(number: number) => Buffer> {
  const made = await Promise.all(
    Array.from({ length: pictures }, async (_, seed) => {
      const width = 320;
      const height = 240;
      const pixels = Buffer.alloc(width * height * 3);
      for (let at = 0; at < pixels.length; at += 1) {
        const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
        pixels[at] = 128 + 90 * Math.sin((x * (seed + 3)) / 47 + (at % 3)) * Math.cos((y * (seed + 5)) / 61);
      }
      return sharp(pixels, { raw: { width, height, channels: 3 } })
        .jpeg({ quality: 70 })
        .toBuffer();
    }),
  );
  return (number) => commented(made[number % pictures] ?? Buffer.alloc(0), `storm photo ${number}`);
}

/** The file with a comment after its first marker (a COM segment, ITU-T T.81 B.2.4.5). */
function commented(jpeg: Buffer, words: string): Buffer {
  const text = Buffer.from(words);
  const head = Buffer.from([0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 255]);
  return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}
