import type { Limit } from "../calendar/index.ts";
import type { Words } from "../procedure/index.ts";
import type { Confidence, FileType, FileWords } from "./schema.ts";

export type Kind = "component" | "event";

/** When a case of a type is filed, what counts as done, and how long that may take (立案条件、结案条件、处置时限). */
export interface Criterion {
  /** Stable: the type's code and the criterion's number, such as `07001-1`. */
  readonly id: string;
  /** Code of the type it belongs to. */
  readonly type: string;
  readonly when: Words;
  readonly done: Words;
  /** What is done, as a key: `CLEAN`, `REPAIR`, `STOP`, … */
  readonly measure: string;
  readonly limit: Limit;
  /** Keys of the catalogue's sources, separated by blanks. */
  readonly source: string;
  readonly confidence: Confidence;
}

/** A component (部件) or an event type (事件). */
export interface CatalogueType {
  /** The five digits of 2026; `2013:C0504` or `2013:E0131` for what only 2013 has; `yuncheng:C0199` for a local one. */
  readonly code: string;
  /** Four digits of GB/T 30428.2-2013. Components and events use the same numbers; `kind` tells them apart. */
  readonly code2013?: string;
  readonly kind: Kind;
  readonly classCode: string;
  readonly name: Words;
  readonly name2013?: string;
  /** What a case about it is called: an event its own name, a component 名称＋异常 (rule of GB/T 47678.5-2026). */
  readonly matter: Words;
  readonly departments: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly source: string;
  readonly confidence: {
    readonly code: Confidence;
    readonly code2013: Confidence;
    readonly departments: Confidence;
    readonly limits: Confidence;
  };
}

export const words = ({ zh, en }: FileWords): Words => ({ zh, en: en ?? zh });

/** The type as the program uses it, from its record in the file. */
export function typeOf(record: FileType): CatalogueType {
  const { code, kind, classCode, code2013, name2013, departments, source, confidence } = record;
  const name = words(record.name);
  return {
    code,
    kind,
    classCode,
    ...(code2013 === undefined ? {} : { code2013 }),
    ...(name2013 === undefined ? {} : { name2013 }),
    name,
    matter: kind === "event" ? name : { zh: `${name.zh}异常`, en: `abnormal ${name.en}` },
    departments,
    source,
    confidence,
    criteria: record.criteria.map((criterion) => ({
      ...criterion,
      type: code,
      when: words(criterion.when),
      done: words(criterion.done),
    })),
  };
}
