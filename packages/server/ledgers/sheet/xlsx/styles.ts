import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

const path = "xl/styles.xml";

/** Formats of dates that have a number and no text (ECMA-376 part 1, 18.8.30; 27–36 and 50–58 in Chinese and Japanese). */
const builtIn = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);

/** Whether a cell of a style holds a date. */
export async function readDateStyles(archive: Archive): Promise<(style: number) => boolean> {
  if (!archive.has(path)) return () => false;
  const own = new Map<number, string>();
  const dates: boolean[] = [];
  let within = false;
  await readXml(await archive.read(path), {
    open(name, attribute) {
      if (name === "numFmt") own.set(Number(attribute("numFmtId")), attribute("formatCode") ?? "");
      else if (name === "cellXfs") within = true;
      else if (name === "xf" && within) {
        const id = Number(attribute("numFmtId") ?? 0);
        const code = own.get(id);
        dates.push(code === undefined ? builtIn(id) : isDateFormat(code));
      }
    },
    close(name) {
      if (name === "cellXfs") within = false;
    },
  });
  return (style) => dates[style] === true;
}

/** Letters of a date outside of quotes, colours and conditions: `yyyy"年"m"月"d"日"`, not `[Red]0.00`. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/\\./g, "")
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "");
  return !/general/i.test(bare) && /[ymdhs]/i.test(bare);
}
