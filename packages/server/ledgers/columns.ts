import type { FieldKind, LedgerField } from "./fields.ts";
import { folded, plainText } from "./read/plain.ts";
import type { GridRow } from "./sheet/index.ts";

/** How a column came to its field: by the very words, by words that hold them, or by the person's own choice. */
export type How = "same" | "similar" | "chosen";

export interface Match {
  readonly field: string;
  /** From 0. */
  readonly column: number;
  readonly how: How;
}

/** A column's heading without what forms add to it: `*`, `（必填）`, `：`. */
const bare = (text: string): string => folded(text).replaceAll(/[（(【[].*?[)）】\]]|[*＊:：、。.]/gu, "");

/** What offices call a place, whatever the form calls it. */
const placeNames = ["位置", "地点", "地址", "点位", "location", "address", "place"];

/** What may end a heading and says no more than the kind does: 发现日期 is 发现时间, 责任单位 is 责任科室. */
const endings: Partial<Readonly<Record<FieldKind, RegExp>>> = {
  date: /(日期|时间|时限|期限)$/u,
  unit: /(单位|部门|科室|机构)$/u,
  person: /(人员?|姓名)$/u,
};

function sameStem(title: string, name: string, { kind }: LedgerField): boolean {
  const ending = endings[kind];
  if (ending === undefined) return false;
  const stem = title.replace(ending, "");
  return stem !== "" && stem !== title && stem === name.replace(ending, "");
}

/** Coordinates beside a place's words, as our own exports head them. */
const axes = [
  { axis: "lng", names: ["经度", "longitude", "lng"] },
  { axis: "lat", names: ["纬度", "latitude", "lat"] },
] as const;

export interface Columns {
  readonly matches: readonly Match[];
  /** Columns of a place's coordinates, where there are both. */
  readonly lng?: number;
  readonly lat?: number;
}

/** Which column fills which field, going by a row's texts as headings. Each column fills one field and each field takes one. */
export function matchColumns(fields: readonly LedgerField[], heading: GridRow): Columns {
  const titles = heading.cells.flatMap((value, column) => {
    const text = value === undefined ? "" : bare(plainText(value));
    return text === "" ? [] : [{ column, text }];
  });
  const taken = new Set<number>();
  const matches: Match[] = [];
  const take = (how: How, fits: (title: string, name: string, field: LedgerField) => boolean) => {
    for (const field of fields) {
      if (matches.some((match) => match.field === field.name)) continue;
      const names = [field.words.zh, field.words.en, field.name].map(bare).filter((name) => name !== "");
      const found = titles.find(
        ({ column, text }) => !taken.has(column) && names.some((name) => fits(text, name, field)),
      );
      if (!found) continue;
      taken.add(found.column);
      matches.push({ field: field.name, column: found.column, how });
    }
  };
  const axisColumns = Object.fromEntries(
    axes.flatMap(({ axis, names }) => {
      const found = titles.find(({ text }) => names.some((name) => text === name));
      return found ? [[axis, found.column]] : [];
    }),
  );
  for (const column of Object.values(axisColumns)) taken.add(column);
  take("same", (title, name) => title === name);
  // One character in common is no likeness: 人 stands in half of all headings.
  take("similar", (title, _name, field) => field.kind === "place" && placeNames.includes(title));
  take("similar", sameStem);
  take(
    "similar",
    (title, name) => Math.min(title.length, name.length) > 1 && (title.includes(name) || name.includes(title)),
  );
  const { lng, lat } = axisColumns;
  return lng === undefined || lat === undefined ? { matches } : { matches, lng, lat };
}
