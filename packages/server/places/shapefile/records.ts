import * as shpjs from "shpjs";
import { NetworkProblem, type Where } from "../network/index.ts";
import type { Encoding } from "./encoding.ts";

/** A record of each of the two files. */
export interface ShapeRecord {
  readonly properties: object;
  readonly geometry: unknown;
}

const headBytes = 100;
/** Shapes handed to the parser at once, so that no more than these are objects at a time. */
const sliceBytes = 1 << 20;
/** Rings and corners of one shape. Its parser looks for the outer ring of each hole among all. Our own choice. */
const mostParts = 5_000;
const mostCorners = 500_000;

/** 5 polygons; 15 and 25 with heights or measures, which are dropped. ESRI Shapefile Technical Description, 1998, p. 4. */
const polygonKinds: ReadonlySet<number> = new Set([5, 15, 25]);

/**
 * Shapes and attributes side by side. What shpjs parses is cut and checked beforehand: its loops trust every length in
 * the file. @param prj where the coordinates are not degrees
 */
export function* records(
  file: string,
  shp: Buffer,
  rows: Rows,
  prj: string | undefined,
  onProgress?: (read: number, total: number) => void,
): Generator<ShapeRecord, void, void> {
  const kind = shp.length >= headBytes ? shp.readInt32LE(32) : 0;
  if (!polygonKinds.has(kind))
    throw new NetworkProblem(
      { file },
      {
        zh: "不是面图层（polygon）。请导出网格或区划的面。",
        en: "is no layer of polygons; export the outlines of the grid or the areas.",
      },
    );
  const head = shp.subarray(0, headBytes);
  for (let at = headBytes, count = 0; at < shp.length;) {
    const from = at;
    const first = count;
    while (at < shp.length && at - from < sliceBytes) {
      at = recordEnd(shp, at, { file, feature: count + 1 });
      count += 1;
    }
    const properties = rows.take(count - first);
    const shapes = parseShapes(Buffer.concat([head, shp.subarray(from, at)]), prj, { file, feature: first + 1 });
    for (const [index, geometry] of shapes.entries()) yield { geometry, properties: properties[index] ?? {} };
    onProgress?.(at, shp.length);
  }
}

/** Where the record ends that begins here. */
function recordEnd(shp: Buffer, at: number, where: Where): number {
  if (at + 12 > shp.length) throw cutOff(where);
  const length = shp.readInt32BE(at + 4) * 2;
  const end = at + 8 + length;
  if (length < 4 || end > shp.length) throw cutOff(where);
  if (shp.readInt32LE(at + 8) === 0) return end;
  if (length < 44) throw cutOff(where);
  const [parts, corners] = [shp.readInt32LE(at + 44), shp.readInt32LE(at + 48)];
  if (parts < 0 || corners < 0 || 44 + parts * 4 + corners * 16 > length) throw cutOff(where);
  if (parts > mostParts || corners > mostCorners)
    throw new NetworkProblem(where, {
      zh: `图形有 ${parts} 个环、${corners} 个角点，过于复杂（上限 ${mostParts}、${mostCorners}）。请简化后再导出。`,
      en: `the shape has ${parts} rings and ${corners} corners, at most are ${mostParts} and ${mostCorners}; simplify it.`,
    });
  return end;
}

function parseShapes(slice: Buffer, prj: string | undefined, where: Where): readonly unknown[] {
  try {
    return shpjs.parseShp(slice, prj);
  } catch (error) {
    throw cutOff(where, error);
  }
}

/** The attributes, taken in the order of the shapes. */
export class Rows {
  readonly #where: Where;
  readonly #dbf: Buffer;
  readonly #encoding: Encoding;
  /** Field descriptions, without what some programs write after them. */
  readonly #head: Buffer;
  readonly #rowBytes: number;
  #at: number;

  constructor(file: string, dbf: Buffer, encoding: Encoding) {
    this.#where = { file };
    this.#dbf = dbf;
    this.#encoding = encoding;
    const [headBytesSaid, rowBytes] = dbf.length >= 32 ? [dbf.readUInt16LE(8), dbf.readUInt16LE(10)] : [0, 0];
    const fields = fieldCount(dbf, headBytesSaid);
    if (fields === 0 || rowBytes === 0) throw brokenTable(this.#where);
    this.#head = Buffer.concat([dbf.subarray(0, 32 + fields * 32), Buffer.from([0x0d])]);
    this.#rowBytes = rowBytes;
    this.#at = headBytesSaid;
  }

  take(count: number): readonly object[] {
    const end = this.#at + count * this.#rowBytes;
    if (end > this.#dbf.length) throw brokenTable(this.#where);
    const head = Buffer.from(this.#head);
    head.writeUInt32LE(count, 4);
    const slice = Buffer.concat([head, this.#dbf.subarray(this.#at, end)]);
    this.#at = end;
    try {
      return shpjs.parseDbf(slice, Buffer.from(this.#encoding)).map((row) => row ?? {});
    } catch (error) {
      throw brokenTable(this.#where, error);
    }
  }
}

/** dBASE III: 32 bytes a field, then 0D. */
function fieldCount(dbf: Buffer, headBytesSaid: number): number {
  let fields = 0;
  while (32 + (fields + 1) * 32 <= Math.min(headBytesSaid, dbf.length) && dbf[32 + fields * 32] !== 0x0d) fields += 1;
  return fields;
}

const cutOff = (where: Where, cause?: unknown): NetworkProblem =>
  new NetworkProblem(
    where,
    {
      zh: "图形数据损坏或不完整。请重新复制或导出。",
      en: "the shape is damaged or cut off; copy or export the file anew.",
    },
    { cause },
  );

const brokenTable = (where: Where, cause?: unknown): NetworkProblem =>
  new NetworkProblem(
    where,
    {
      zh: "属性表（.dbf）损坏，或比图形少。请重新导出。",
      en: "the table of attributes (.dbf) is damaged, or has fewer rows than there are shapes; export it anew.",
    },
    { cause },
  );
