import { zipSync } from "fflate";
import iconv from "iconv-lite";

/** A shape as a test writes it: rings of [x, y], the outer one clockwise as the format wants it; no rings is no shape. */
export interface Drawn {
  readonly rings: readonly (readonly (readonly [number, number])[])[];
  readonly attributes: Readonly<Record<string, string>>;
}

export interface Made {
  shp: Buffer;
  dbf: Buffer;
  prj?: Buffer;
  cpg?: Buffer;
}

/** The files of a shapefile of polygons. */
export function makeShapefile(
  drawn: readonly Drawn[],
  encoding: "utf-8" | "gbk" = "utf-8",
  cpg?: string,
  prj?: string,
): Made {
  return {
    shp: shpOf(drawn),
    dbf: dbfOf(drawn, encoding),
    ...(cpg === undefined ? {} : { cpg: Buffer.from(cpg) }),
    ...(prj === undefined ? {} : { prj: Buffer.from(prj) }),
  };
}

export const zipped = (made: Made, name = "cells"): Buffer =>
  Buffer.from(zipSync(Object.fromEntries(Object.entries(made).map(([ending, bytes]) => [`${name}.${ending}`, bytes]))));

function shpOf(drawn: readonly Drawn[]): Buffer {
  const records = drawn.map(({ rings }, at) => {
    const corners = rings.flat();
    const body = Buffer.alloc(rings.length === 0 ? 4 : 44 + rings.length * 4 + corners.length * 16);
    if (rings.length > 0) {
      body.writeInt32LE(5, 0);
      body.writeInt32LE(rings.length, 36);
      body.writeInt32LE(corners.length, 40);
      let first = 0;
      rings.forEach((ring, part) => {
        body.writeInt32LE(first, 44 + part * 4);
        first += ring.length;
      });
      corners.forEach(([x, y], corner) => {
        body.writeDoubleLE(x, 44 + rings.length * 4 + corner * 16);
        body.writeDoubleLE(y, 44 + rings.length * 4 + corner * 16 + 8);
      });
    }
    const head = Buffer.alloc(8);
    head.writeInt32BE(at + 1, 0);
    head.writeInt32BE(body.length / 2, 4);
    return Buffer.concat([head, body]);
  });
  const head = Buffer.alloc(100);
  head.writeInt32BE(9994, 0);
  head.writeInt32LE(1000, 28);
  head.writeInt32LE(5, 32);
  const all = Buffer.concat([head, ...records]);
  all.writeInt32BE(all.length / 2, 24);
  return all;
}

const width = 60;

function dbfOf(drawn: readonly Drawn[], encoding: string): Buffer {
  const names = [...new Set(drawn.flatMap(({ attributes }) => Object.keys(attributes)))];
  const head = Buffer.alloc(32 + names.length * 32 + 1);
  head.writeUInt8(3, 0);
  head.writeUInt32LE(drawn.length, 4);
  head.writeUInt16LE(head.length, 8);
  head.writeUInt16LE(1 + names.length * width, 10);
  names.forEach((name, at) => {
    iconv.encode(name, encoding).copy(head, 32 + at * 32, 0, 10);
    head.write("C", 32 + at * 32 + 11, "latin1");
    head.writeUInt8(width, 32 + at * 32 + 16);
  });
  head.writeUInt8(0x0d, head.length - 1);
  const rows = drawn.map(({ attributes }) => {
    const row = Buffer.alloc(1 + names.length * width, " ");
    names.forEach((name, at) => iconv.encode(attributes[name] ?? "", encoding).copy(row, 1 + at * width));
    return row;
  });
  return Buffer.concat([head, ...rows]);
}
