import type { Readable } from "node:stream";
import type { Words } from "@xiuhua/core/procedure";
import { xlsx } from "../cases/index.ts";
import type { LedgerForm } from "./fields.ts";

/** An empty ledger with the right headings, to be filled in; what must be there has a star. */
export function templateOf({ procedure, fields }: LedgerForm, language: keyof Words): Readable {
  return xlsx({
    name: sheetName(procedure.title[language]),
    columns: fields.map(({ words, required, kind }) => ({
      title: `${words[language]}${required ? "*" : ""}`,
      width: kind === "text" || kind === "place" ? 30 : 18,
      instants: false,
    })),
    batches: nothing(),
    wall: (at) => at,
  });
}

/** What a sheet may not be called, and how long at most (ECMA-376; Excel says 31). */
const sheetName = (title: string): string => title.replaceAll(/[\\/?*[\]:]/g, " ").slice(0, 31);

async function* nothing(): AsyncGenerator<readonly never[], void, void> {}
