/**
 * The few EXIF tags that matter as evidence (CIPA DC-008). Every length and offset in the block comes from whoever made
 * the file, so a directory is read up to a fixed number of entries and only the wanted values are decoded, each with
 * the count it must have: a general reader that decodes everything lets 64 kB of EXIF claim gigabytes.
 */
export interface Exif {
  readonly make?: string;
  readonly model?: string;
  /** 1 to 8: how the picture must be turned to stand upright. */
  readonly orientation?: number;
  /** The program that wrote the file: a phone's own, or an editor. */
  readonly software?: string;
  /** When the file was last changed, written like `taken`. */
  readonly modified?: string;
  readonly modifiedOffset?: string;
  /** As the camera's clock showed it, `YYYY:MM:DD HH:MM:SS`. */
  readonly taken?: string;
  /** `+08:00`, where the camera wrote its zone. */
  readonly takenOffset?: string;
  readonly gps?: {
    readonly latitudeRef?: string;
    readonly latitude?: readonly number[];
    readonly longitudeRef?: string;
    readonly longitude?: readonly number[];
  };
}

interface Entry {
  readonly type: number;
  readonly count: number;
  /** Where the value's bytes are. */
  readonly at: number;
}

type Directory = ReadonlyMap<number, Entry>;

/** Real cameras write some 60 entries in a directory. */
const mostEntries = 256;

/** Of one text; makers and models have some 20. */
const mostText = 200;

const typeText = 2;
const typeShort = 3;
const typeLong = 4;
const typeRational = 5;

/** Bytes of one value by type; the types without a line here are of no interest. */
const widths: Readonly<Record<number, number>> = { [typeText]: 1, [typeShort]: 2, [typeLong]: 4, [typeRational]: 8 };

/** Reads a block of EXIF, with or without `Exif\0\0` before it; undefined when it is none. */
export function readExif(block: Uint8Array): Exif | undefined {
  const bytes = Buffer.from(block.buffer, block.byteOffset, block.byteLength);
  const tiff = bytes.toString("latin1", 0, 6) === "Exif\0\0" ? bytes.subarray(6) : bytes;
  const order = tiff.toString("latin1", 0, 2);
  if (tiff.length < 8 || (order !== "II" && order !== "MM")) return undefined;
  const reader = makeReader(tiff, order === "II");
  if (reader.short(2) !== 42) return undefined;

  const image = reader.directory(reader.long(4));
  const photo = reader.directory(reader.number(image.get(0x8769)));
  const gps = reader.directory(reader.number(image.get(0x8825)));
  const original = reader.text(photo.get(0x9003));
  const taken = original ?? reader.text(photo.get(0x9004));
  const takenOffset = reader.text(photo.get(original === undefined ? 0x9012 : 0x9011));
  return defined({
    make: reader.text(image.get(0x010f)),
    model: reader.text(image.get(0x0110)),
    orientation: reader.number(image.get(0x0112)),
    software: reader.text(image.get(0x0131)),
    modified: reader.text(image.get(0x0132)),
    modifiedOffset: reader.text(photo.get(0x9010)),
    taken,
    takenOffset,
    gps: defined({
      latitudeRef: reader.text(gps.get(1)),
      latitude: reader.rationals(gps.get(2)),
      longitudeRef: reader.text(gps.get(3)),
      longitude: reader.rationals(gps.get(4)),
    }),
  });
}

type Defined<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** The object without its undefined members. */
function defined<T extends object>(value: T): Defined<T>;
function defined(value: object): object {
  return Object.fromEntries(Object.entries(value).filter(([, member]) => member !== undefined));
}

function makeReader(tiff: Buffer, little: boolean) {
  const inside = (at: number, length: number) => at >= 0 && at + length <= tiff.length;

  function short(at: number): number | undefined {
    if (!inside(at, 2)) return undefined;
    return little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at);
  }

  function long(at: number): number | undefined {
    if (!inside(at, 4)) return undefined;
    return little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at);
  }

  function directory(at: number | undefined): Directory {
    const entries = new Map<number, Entry>();
    const count = at === undefined ? undefined : short(at);
    if (at === undefined || count === undefined) return entries;
    for (let index = 0; index < Math.min(count, mostEntries); index += 1) {
      const start = at + 2 + index * 12;
      const [tag, type, values] = [short(start), short(start + 2), long(start + 4)];
      const width = widths[type ?? 0];
      if (tag === undefined || type === undefined || values === undefined) break;
      if (width === undefined) continue;
      const bytes = width * values;
      const valueAt = bytes <= 4 ? start + 8 : long(start + 8);
      if (valueAt !== undefined && inside(valueAt, bytes)) entries.set(tag, { type, count: values, at: valueAt });
    }
    return entries;
  }

  function text(entry: Entry | undefined): string | undefined {
    if (entry?.type !== typeText) return undefined;
    const bytes = tiff.subarray(entry.at, entry.at + Math.min(entry.count, mostText));
    const end = bytes.indexOf(0);
    const plain = bytes
      .toString("utf8", 0, end === -1 ? bytes.length : end)
      .replace(/[\p{Cc}\p{Cf}]/gu, "")
      .trim();
    return plain === "" ? undefined : plain;
  }

  function number(entry: Entry | undefined): number | undefined {
    if (entry?.count !== 1) return undefined;
    if (entry.type === typeShort) return short(entry.at);
    return entry.type === typeLong ? long(entry.at) : undefined;
  }

  /** Up to three: degrees, minutes and seconds. */
  function rationals(entry: Entry | undefined): number[] | undefined {
    if (entry?.type !== typeRational || entry.count > 3) return undefined;
    return Array.from({ length: entry.count }, (_, index) => {
      const at = entry.at + index * 8;
      return (long(at) ?? NaN) / (long(at + 4) ?? NaN);
    });
  }

  return { short, long, directory, text, number, rationals };
}
