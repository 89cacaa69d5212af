import { limits } from "../../limits.ts";
import { tooLarge } from "../../problem.ts";
import type { Archive } from "./archive.ts";
import { readXml, unescaped } from "./xml.ts";

const path = "xl/sharedStrings.xml";

/** The texts that cells name by number. Hints on how to read a character aloud (`rPh`) are no part of them. */
export async function readStrings(archive: Archive): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!archive.has(path)) return strings;
  let text = "";
  let within = false;
  let aloud = false;
  let total = 0;
  await readXml(await archive.read(path), {
    open(name) {
      if (name === "si") text = "";
      else if (name === "t") within = true;
      else if (name === "rPh") aloud = true;
    },
    text(part) {
      if (within && !aloud) text += part;
    },
    close(name) {
      if (name === "t") within = false;
      else if (name === "rPh") aloud = false;
      else if (name === "si") {
        total += text.length;
        if (total > limits.texts) throw tooLarge();
        strings.push(unescaped(text));
      }
    },
  });
  return strings;
}
