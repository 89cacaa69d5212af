import type { Words } from "@xiuhua/core/procedure";
import type { TextSource, ValueMap } from "./mapping.ts";
import type { ReadTime } from "./times.ts";

export interface Fault {
  readonly field: string;
  readonly reason: Words;
}

/** What the database can not hold in text: NUL, and halves of a surrogate pair. */
const unstorable = /\0|\p{Surrogate}/u;

/** Takes a row's values out by what the mapping says, and remembers the first thing that was wrong. */
export interface Reading {
  /** @param most characters; longer text is cut with an ellipsis, or is a fault */
  text(source: TextSource | undefined, most: number): string | undefined;
  /** An instant; undefined where the row has none. */
  time(column: string | undefined): number | undefined;
  number(column: string): number;
  /** What a value becomes; undefined where the row has none that is mapped and there is no default. */
  mapped(map: ValueMap | undefined): string | undefined;
  fail(field: string, reason: Words): void;
  readonly fault: Fault | undefined;
  /** Whether a text was cut. */
  readonly cut: boolean;
}

export function makeReading(
  values: Readonly<Record<string, string>>,
  options: { readonly readTime: ReadTime; readonly tooLong: "cut" | "reject" },
): Reading {
  let fault: Fault | undefined;
  let cut = false;
  const fail = (field: string, reason: Words) => {
    fault ??= { field, reason };
  };
  const cell = (column: string): string => {
    const value = (values[column] ?? "").trim();
    if (!unstorable.test(value)) return value;
    fail(column, { zh: "含有无法保存的字符", en: "holds a character that cannot be stored" });
    return "";
  };
  const joined = (source: TextSource): string => {
    if (typeof source === "string") return cell(source);
    const parts = source.columns.map(cell).filter((part) => part !== "");
    const text = source.take === "all" ? parts.join(source.separator ?? " ") : parts[0];
    return text === undefined || text === "" ? (source.default ?? "") : text;
  };
  return {
    text(source, most) {
      const text = source === undefined ? "" : joined(source);
      if (text.length <= most) return text === "" ? undefined : text;
      if (options.tooLong === "reject") {
        const name = typeof source === "string" ? source : (source?.columns.join("/") ?? "");
        fail(name, { zh: `超过 ${most} 字`, en: `is longer than ${most} characters` });
        return undefined;
      }
      cut = true;
      return shortened(text, most);
    },
    time(column) {
      const text = column === undefined ? "" : cell(column);
      if (column === undefined || text === "") return undefined;
      const at = options.readTime(text);
      if (at === undefined)
        fail(column, { zh: `“${text}”不是约定格式的时间`, en: `“${text}” is no time of this format` });
      return at;
    },
    number(column) {
      const text = cell(column);
      const value = /^[+-]?\d{1,3}(\.\d+)?$/.test(text) ? Number(text) : NaN;
      if (Number.isNaN(value)) fail(column, { zh: `“${text}”不是坐标`, en: `“${text}” is no coordinate` });
      return value;
    },
    mapped(map) {
      if (map?.column === undefined) return map?.default;
      const value = cell(map.column);
      return Object.hasOwn(map.values ?? {}, value) ? map.values?.[value] : map.default;
    },
    fail,
    get fault() {
      return fault;
    },
    get cut() {
      return cut;
    },
  };
}

/** Cut to `most` with an ellipsis, never through the middle of a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
