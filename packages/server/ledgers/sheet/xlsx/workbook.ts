import type { Archive } from "./archive.ts";
import { readXml } from "./xml.ts";

export interface WorkbookSheet {
  readonly name: string;
  readonly path: string;
}

export interface Workbook {
  /** Those that are shown, in their order. */
  readonly sheets: readonly WorkbookSheet[];
  /** Days to add to its serial numbers. */
  readonly later: 0 | 1462;
}

const main = "xl/workbook.xml";

export async function readWorkbook(archive: Archive): Promise<Workbook> {
  const targets = await relations(archive);
  const sheets: WorkbookSheet[] = [];
  let later: Workbook["later"] = 0;
  await readXml(await archive.read(main), {
    open(name, attribute) {
      if (name === "workbookPr" && ["1", "true"].includes(attribute("date1904") ?? "")) later = 1462;
      if (name !== "sheet" || (attribute("state") ?? "visible") !== "visible") return;
      // The prefix is free, but nobody has been seen with another.
      const path = targets.get(attribute("r:id") ?? attribute("id") ?? "");
      if (path !== undefined && archive.has(path)) sheets.push({ name: attribute("name") ?? "", path });
    },
  });
  return { sheets, later };
}

/** Where the sheets lie, by the ids that the workbook gives them. */
async function relations(archive: Archive): Promise<ReadonlyMap<string, string>> {
  const targets = new Map<string, string>();
  await readXml(await archive.read("xl/_rels/workbook.xml.rels"), {
    open(name, attribute) {
      const [id, target] = [attribute("Id"), attribute("Target")];
      if (name !== "Relationship" || id === undefined || target === undefined) return;
      if (!(attribute("Type") ?? "").endsWith("/worksheet")) return;
      targets.set(id, target.startsWith("/") ? target.slice(1) : `xl/${target.replace(/^\.\//, "")}`);
    },
  });
  return targets;
}
