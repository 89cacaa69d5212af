import sharp from "sharp";

/** Bits in a row of the hash, and rows: 64 in all. */
const side = 8;

/** Of 255: where neighbours are closer than this, compression alone decides which is brighter, so neither is. */
const least = 3;

/** With fewer bits of either kind the picture is flat: a lens cap, a clear sky. All such would be copies of each other. */
const leastBits = 6;

/**
 * A picture's perceptual hash, as 16 hexadecimal digits: for each of 8 × 8 places whether it is clearly brighter there than
 * one step to the right (the difference hash, dHash). Copies that were scaled, compressed or toned differ in a few of the 64
 * bits, other pictures in about half. Undefined for a picture with nothing in it to compare.
 * @param picture an upright rendition; a small one serves
 */
export async function pictureHash(picture: Buffer): Promise<string | undefined> {
  const pixels = await sharp(picture)
    .greyscale()
    .resize(side + 1, side, { fit: "fill" })
    .raw()
    .toBuffer();
  let bits = 0n;
  let ones = 0;
  for (let row = 0; row < side; row += 1)
    for (let column = 0; column < side; column += 1) {
      const at = row * (side + 1) + column;
      const brighter = (pixels[at] ?? 0) >= (pixels[at + 1] ?? 0) + least;
      bits = (bits << 1n) | (brighter ? 1n : 0n);
      ones += brighter ? 1 : 0;
    }
  if (ones < leastBits || ones > side * side - leastBits) return undefined;
  return bits.toString(16).padStart(16, "0");
}
