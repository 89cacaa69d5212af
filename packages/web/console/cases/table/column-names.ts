/** Columns a list can show, in their usual order. */
export const columnNames = [
  "light",
  "no",
  "title",
  "type",
  "place",
  "area",
  "state",
  "department",
  "requests",
  "source",
  "openedAt",
  "changedAt",
  "dueAt",
  "cell",
] as const;
export type ColumnName = (typeof columnNames)[number];

export interface TableView {
  readonly columns: readonly ColumnName[];
  readonly dense: boolean;
}

const standard: readonly ColumnName[] = [
  "light",
  "no",
  "title",
  "type",
  "place",
  "area",
  "state",
  "department",
  "source",
];

export const standardView: TableView = { columns: standard, dense: true };

/** Reads a stored view: unknown or doubled columns are dropped, and a list without columns is no list. */
export function readView(stored: string | null, usual: TableView = standardView): TableView {
  if (stored === null) return usual;
  let value: unknown;
  try {
    value = JSON.parse(stored);
  } catch {
    return usual;
  }
  if (typeof value !== "object" || value === null) return usual;
  const wanted: unknown = Reflect.get(value, "columns");
  const dense: unknown = Reflect.get(value, "dense");
  const columns = Array.isArray(wanted) ? [...new Set(wanted)].flatMap(asColumn) : [];
  return {
    columns: columns.length > 0 ? columns : usual.columns,
    dense: typeof dense === "boolean" ? dense : usual.dense,
  };
}

function asColumn(value: unknown): ColumnName[] {
  const found = columnNames.find((name) => name === value);
  return found === undefined ? [] : [found];
}

/** Puts a column in or takes it out; a column that comes back goes to the end. The last one stays. */
export function toggleColumn(columns: readonly ColumnName[], name: ColumnName): readonly ColumnName[] {
  if (!columns.includes(name)) return [...columns, name];
  return columns.length === 1 ? columns : columns.filter((one) => one !== name);
}

/** Moves a column by one place; at an end it stays. */
export function moveColumn(columns: readonly ColumnName[], name: ColumnName, by: -1 | 1): readonly ColumnName[] {
  const from = columns.indexOf(name);
  const to = from + by;
  const other = columns[to];
  if (from < 0 || other === undefined) return columns;
  return columns.map((one, at) => (at === from ? other : at === to ? name : one));
}
