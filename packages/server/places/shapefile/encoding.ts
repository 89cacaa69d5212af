import { isAscii, isUtf8 } from "node:buffer";

/** How the attributes are written. GB18030 holds GBK and GB2312. */
export const encodings = ["utf-8", "gb18030"] as const;
export type Encoding = (typeof encodings)[number];

/** dBASE's language driver for Chinese (code page 936), at byte 29 of the table. */
const chinese = 0x4d;

/**
 * The encoding that the `.cpg` names, else the one the table's own mark names. Where neither says anything, text that
 * fits UTF-8 is UTF-8, for GBK hardly ever does by chance.
 */
export function encodingOf(dbf: Buffer, cpg: string | undefined): Encoding {
  if (cpg !== undefined && /utf-?8|65001/i.test(cpg)) return "utf-8";
  if (cpg !== undefined && /gb|936/i.test(cpg)) return "gb18030";
  if (dbf[29] === chinese) return "gb18030";
  const head = dbf.length >= 32 ? dbf.readUInt16LE(8) : 0;
  const rows = dbf.subarray(head);
  // A name of a field may be cut within a character; it is asked only where the rows say nothing.
  return isUtf8(isAscii(rows) ? fieldNames(dbf.subarray(32, head)) : rows) ? "utf-8" : "gb18030";
}

/** The names at the beginning of the 32 bytes of each field. */
function fieldNames(descriptions: Buffer): Buffer {
  const names: Buffer[] = [];
  for (let at = 0; at + 32 <= descriptions.length; at += 32) names.push(descriptions.subarray(at, at + 11));
  return Buffer.concat(names);
}
