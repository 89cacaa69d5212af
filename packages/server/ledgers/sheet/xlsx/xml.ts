import { StringDecoder } from "node:string_decoder";
import type { Readable } from "node:stream";
import { SaxesParser } from "saxes";
import { limits } from "../../limits.ts";
import { tooLarge } from "../../problem.ts";

export interface XmlHandlers {
  /** @param name without prefix: strict workbooks and some programs write `x:row` */
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/**
 * Reads a part of a workbook as it unpacks. A parser keeps every open element and the attributes of the last, so both are
 * counted. Entities of its own and a broken part are errors of the parser.
 * @throws ImportError when it is built like no workbook
 */
export async function readXml(stream: Readable, handlers: XmlHandlers): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const decoder = new StringDecoder("utf8");
  let failed: Error | undefined;
  let depth = 0;
  let attributeCount = 0;
  parser.on("error", (error) => (failed ??= error));
  parser.on("attribute", () => {
    attributeCount += 1;
    if (attributeCount > limits.attributes) throw tooLarge();
  });
  parser.on("opentag", ({ name, attributes }) => {
    attributeCount = 0;
    depth += 1;
    if (depth > limits.nested) throw tooLarge();
    handlers.open?.(local(name), (key) => attributes[key]);
  });
  parser.on("text", (text) => handlers.text?.(text));
  parser.on("cdata", (text) => handlers.text?.(text));
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    handlers.close?.(local(name));
  });
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) continue;
    parser.write(decoder.write(chunk));
    if (failed) throw failed;
  }
  parser.close();
  if (failed) throw failed;
}

const local = (name: string): string => name.slice(name.indexOf(":") + 1);

/** `_x000D_` is how a workbook writes a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
