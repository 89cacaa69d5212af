import type { Entry } from "./entry.ts";

/** Entries kept to compare datums by, and corners in all of them together. Our own choice. */
const [mostEntries, mostCorners] = [400, 200_000];

/** Some of the entries of a file of any length, evenly over all of it. */
export class Sample {
  #kept: Entry[] = [];
  #corners = 0;
  #seen = 0;
  #every = 1;

  add(entry: Entry): void {
    if (this.#seen++ % this.#every !== 0) return;
    this.#kept.push(entry);
    this.#corners += cornersOf(entry);
    while (this.#kept.length > mostEntries || (this.#corners > mostCorners && this.#kept.length > 1)) {
      this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
      this.#corners = this.#kept.reduce((sum, one) => sum + cornersOf(one), 0);
      this.#every *= 2;
    }
  }

  get entries(): readonly Entry[] {
    return this.#kept;
  }
}

const cornersOf = ({ outline }: Entry): number =>
  outline === undefined
    ? 0
    : (outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat()).flat().length;
