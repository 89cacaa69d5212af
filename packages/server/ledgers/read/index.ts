import type { Calendar } from "@xiuhua/core/calendar";
import type { Gazetteer } from "@xiuhua/core/place";
import type { LedgerField } from "../fields.ts";
import type { CellValue } from "../sheet/index.ts";
import { readDate } from "./dates.ts";
import { readNamed, type Kind } from "./named.ts";
import { faulty, taken, type Read } from "./outcome.ts";
import { readPlace } from "./place.ts";
import { plainText } from "./plain.ts";
import { readBoolean, readChoice, readNumber, readText } from "./words.ts";

export { plainText } from "./plain.ts";
export type { Read } from "./outcome.ts";
export type { NamedThing } from "./named.ts";

/** What cells are read against. */
export interface ReadContext {
  readonly calendar: Pick<Calendar, "atLocal">;
  readonly year?: number;
  readonly gazetteer: Gazetteer;
  /** What a unit, a person or a type is called. */
  named(field: LedgerField): Kind;
  /** What was looked up already: a ledger says the same names a thousand times. */
  readonly remembered: Map<string, Read>;
}

/** The cells beside a place's that hold its coordinates. */
export interface Beside {
  readonly lng?: CellValue | undefined;
  readonly lat?: CellValue | undefined;
}

/** A cell as its field's value, or why it is none. */
export function readCell(field: LedgerField, cell: CellValue, context: ReadContext, beside: Beside = {}): Read {
  if (typeof cell === "object" && "error" in cell)
    return faulty(`公式出错：${cell.error}`, `the formula failed: ${cell.error}`);
  return field.many ? readMany(field, cell, context) : readOne(field, cell, context, beside);
}

function readOne(field: LedgerField, cell: CellValue, context: ReadContext, beside: Beside): Read {
  switch (field.kind) {
    case "text":
      return readText(cell);
    case "id":
      return readText(typeof cell === "string" ? cell.replace(/^'/, "") : cell);
    case "integer":
    case "number":
      return readNumber(cell, field.kind === "integer");
    case "boolean":
      return readBoolean(cell);
    case "choice":
      return readChoice(cell, field.choices);
    case "date":
      return readDate(cell, { ...context, dayEnds: isDeadline(field) });
    case "unit":
    case "person":
    case "type":
      return remembered(field, cell, context, () => readNamed(cell, context.named(field)));
    case "place":
      return beside.lng === undefined || beside.lat === undefined
        ? remembered(field, cell, context, () => readPlace(cell, context.gazetteer, undefined, undefined))
        : readPlace(cell, context.gazetteer, beside.lng, beside.lat);
  }
}

function remembered(field: LedgerField, cell: CellValue, { remembered: known }: ReadContext, read: () => Read): Read {
  const key = `${field.name} ${plainText(cell)}`;
  const result = known.get(key) ?? read();
  known.set(key, result);
  return result;
}

function readMany(field: LedgerField, cell: CellValue, context: ReadContext): Read {
  const values: unknown[] = [];
  let doubt: Extract<Read, { ok: true }>["doubt"];
  for (const part of plainText(cell).split(/[、，,;；\n]+/u)) {
    if (part.trim() === "") continue;
    const read = readOne({ ...field, many: false }, part.trim(), context, {});
    if (!read.ok) return read;
    values.push(read.value);
    doubt ??= read.doubt;
  }
  return taken(values, doubt);
}

/** The engine has no note that tells a deadline from another date; a field's own words do. */
const isDeadline = ({ words }: LedgerField): boolean =>
  /期限|时限|截止|到期|限期/u.test(words.zh) || /\b(due|deadline|until|by)\b/i.test(words.en);
