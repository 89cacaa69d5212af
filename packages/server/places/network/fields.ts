/** What a feature says of itself, whatever its columns are called. */
export class Fields {
  readonly #values: ReadonlyMap<string, unknown>;

  constructor(properties: unknown) {
    const entries = typeof properties === "object" && properties !== null ? Object.entries(properties) : [];
    // Shapefiles write column names in capitals.
    this.#values = new Map(entries.map(([key, value]) => [key.toLowerCase(), value]));
  }

  /** The first of these columns that says something. */
  text(...columns: readonly string[]): string | undefined {
    return this.texts(...columns)[0];
  }

  /** Everything these columns say: texts and lists of texts, a text with several taken apart. */
  texts(...columns: readonly string[]): string[] {
    return columns.flatMap((column) => textsOf(this.#values.get(column)));
  }

  /** The first of these columns that holds a number between the bounds; "12 m" counts as 12. */
  number(least: number, most: number, ...columns: readonly string[]): number | undefined {
    for (const column of columns) {
      const value = this.#values.get(column);
      const number = typeof value === "string" && value.trim() !== "" ? Number.parseFloat(value) : value;
      if (typeof number === "number" && number >= least && number <= most) return number;
    }
    return undefined;
  }

  has(column: string): boolean {
    return this.text(column) !== undefined;
  }

  /** What the first of these columns that says something says to a question; undefined where none does. */
  flag(...columns: readonly string[]): boolean | undefined {
    const said = this.text(...columns)?.toLowerCase();
    return said === undefined ? undefined : !noWords.has(said);
  }

  /** Names of the columns, for a message that has to say what was found instead. */
  get columns(): string[] {
    return [...this.#values.keys()];
  }
}

/** 0 and no in their forms; a lane that changes its direction is no one-way street. */
const noWords = new Set(["no", "false", "0", "否", "reversible", "alternating"]);

/** Longer is no name. Our own choice. */
const longestName = 100;

function textsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsOf);
  if (typeof value === "number" || typeof value === "boolean") return [String(value)];
  // Our own areas write their names in both languages.
  if (typeof value === "object" && value !== null && "zh" in value) return textsOf(value.zh);
  if (typeof value !== "string") return [];
  // A list that some tool (OSMnx) wrote as text: "['primary', 'trunk']".
  const written = /^\[(.*)\]$/s.exec(value)?.[1]?.replaceAll(/['"]/g, "") ?? value;
  return written
    .split(/[;；、,，]/)
    .map((one) => one.trim())
    .filter((one) => one !== "" && one.length <= longestName && !/^(null|none|nan|无)$/i.test(one));
}
