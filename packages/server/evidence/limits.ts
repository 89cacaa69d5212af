/** How much is taken. A city may set its own. */
export interface Limits {
  /** Bytes of one photo. */
  readonly photo: number;
  /** Bytes of one sound recording. */
  readonly audio: number;
  /** Bytes of one document. */
  readonly document: number;
  /** Width times height of one photo. */
  readonly pixels: number;
}

const mebibyte = 2 ** 20;

/**
 * 25 MB a photo, 50 MB a recording or document. Fifty megapixels are counted as 50 × 2²⁰, because the phone cameras
 * sold as "50 MP" deliver 8192 × 6144 pixels (50.3 million).
 */
export const defaultLimits: Limits = {
  photo: 25 * mebibyte,
  audio: 50 * mebibyte,
  document: 50 * mebibyte,
  pixels: 50 * 2 ** 20,
};

/** Bytes after which no file can be right, whatever it is. */
export const largest = (limits: Limits): number => Math.max(limits.photo, limits.audio, limits.document);
