const side = 320;

/** A small JPEG of a picture, for lists; undefined where this browser cannot read it. The original stays what it is. */
export const thumbnailOf = (blob: Blob): Promise<Blob | undefined> => smaller(blob, side);

/** A JPEG of a picture whose longer side has at most so many pixels; undefined where this browser cannot read it. */
export async function smaller(blob: Blob, longest: number): Promise<Blob | undefined> {
  const picture = await createImageBitmap(blob).catch(() => undefined);
  if (!picture) return undefined;
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  canvas.getContext("2d")?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve) => canvas.toBlob((small) => resolve(small ?? undefined), "image/jpeg", 0.72));
}
