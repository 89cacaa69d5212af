import { worldOf } from "@xiuhua/core/place";
import { tallyGrain } from "./map-tally.ts";

/** What the map needs of an unfinished case. */
export interface OpenCase {
  readonly no: string;
  readonly seq: number;
  readonly procedure: string;
  readonly state: string;
  readonly type: string | null;
  readonly department: string | null;
  readonly area: string | null;
  readonly parties: readonly string[];
  readonly lng: number;
  readonly lat: number;
  /** Month of opening in the city, `YYYY-MM`. */
  readonly month: string;
  /** Milliseconds since 1970; infinite where no clock runs. */
  readonly warn: number;
  readonly due: number;
}

/** Texts that come again and again, as numbers. */
export class Names {
  readonly list: string[] = [];
  readonly #numbers = new Map<string, number>();

  number(text: string): number {
    let found = this.#numbers.get(text);
    if (found === undefined) {
      found = this.list.length;
      this.list.push(text);
      this.#numbers.set(text, found);
    }
    return found;
  }

  /** One byte for each name: whether it is wanted. */
  marks(wanted: (text: string) => boolean): Uint8Array {
    return Uint8Array.from(this.list, (text) => (wanted(text) ? 1 : 0));
  }
}

/** Cases are kept by squares of this level: 2^15 a side of the world, 1 km at 35° N. */
export const bucketLevel = 15;
const bucketsASide = 2 ** bucketLevel;

const grains = 2 ** tallyGrain;
/** Within the world, whatever a case says. */
const grainsOf = ({ lng, lat }: OpenCase): [x: number, y: number] => {
  const [x, y] = worldOf(lng, lat);
  const whole = (part: number) => Math.min(grains - 1, Math.max(0, Math.floor(part * grains)));
  return [whole(x), whole(y)];
};

/** Slots of the cases in one square. */
export interface Bucket {
  readonly column: number;
  readonly row: number;
  readonly slots: number[];
}

/**
 * Unfinished cases in columns: a tile over the whole city looks at every one of them, and plain numbers side by side are
 * gone through some twenty times as fast as objects all over the memory. A slot is a case's place in every column.
 */
export class OpenTable {
  /** Where it lies on the square world of spherical Mercator, in `tallyGrain` parts, as the tallies count: whole numbers add up quickest. */
  x = new Int32Array(0);
  y = new Int32Array(0);
  warn = new Float64Array(0);
  due = new Float64Array(0);
  /** Numbers of names. */
  state = new Uint16Array(0);
  type = new Uint16Array(0);
  department = new Uint16Array(0);
  area = new Uint16Array(0);
  month = new Uint16Array(0);
  readonly cases: (OpenCase | undefined)[] = [];

  /** `procedure/state`; of a type, department or area the absent one is the empty text. */
  readonly states = new Names();
  readonly types = new Names();
  readonly departments = new Names();
  readonly areas = new Names();
  readonly months = new Names();

  readonly #slots = new Map<string, number>();
  readonly #free: number[] = [];
  readonly #buckets = new Map<number, Bucket>();
  /** Slots of the cases that each person and unit has a part in. */
  readonly #parts = new Map<string, Set<number>>();

  get(no: string): OpenCase | undefined {
    const slot = this.#slots.get(no);
    return slot === undefined ? undefined : this.cases[slot];
  }

  numbers(): Iterable<string> {
    return this.#slots.keys();
  }

  put(one: OpenCase): void {
    this.remove(one.no);
    const slot = this.#free.pop() ?? this.cases.length;
    if (slot >= this.x.length) this.#grow();
    const [x, y] = grainsOf(one);
    this.x[slot] = x;
    this.y[slot] = y;
    this.warn[slot] = one.warn;
    this.due[slot] = one.due;
    this.state[slot] = this.states.number(`${one.procedure}/${one.state}`);
    this.type[slot] = this.types.number(one.type ?? "");
    this.department[slot] = this.departments.number(one.department ?? "");
    this.area[slot] = this.areas.number(one.area ?? "");
    this.month[slot] = this.months.number(one.month);
    for (const party of one.parties) {
      const part = this.#parts.get(party);
      if (part) part.add(slot);
      else this.#parts.set(party, new Set([slot]));
    }
    this.cases[slot] = one;
    this.#slots.set(one.no, slot);
    this.#bucketAt(x, y).slots.push(slot);
  }

  remove(no: string): void {
    const slot = this.#slots.get(no);
    if (slot === undefined) return;
    const { slots } = this.#bucketAt(this.x[slot] ?? 0, this.y[slot] ?? 0);
    const last = slots.pop();
    if (last !== undefined && last !== slot) slots[slots.indexOf(slot)] = last;
    for (const party of this.cases[slot]?.parties ?? []) this.#parts.get(party)?.delete(slot);
    this.cases[slot] = undefined;
    this.#slots.delete(no);
    this.#free.push(slot);
  }

  /** Slots of the cases in which one of these has a part. */
  partsOf(parties: Iterable<string>): Set<number> {
    const found = new Set<number>();
    for (const party of parties) for (const slot of this.#parts.get(party) ?? []) found.add(slot);
    return found;
  }

  /** Squares that touch a square of another level, such as a map tile. */
  buckets(zoom: number, column: number, row: number): Bucket[] {
    const across = 2 ** Math.max(0, bucketLevel - zoom);
    const scale = 2 ** (bucketLevel - zoom);
    const [left, top] = [Math.floor(column * scale), Math.floor(row * scale)];
    // A wide tile has more squares than the city.
    if (across * across > this.#buckets.size)
      return [...this.#buckets.values()].filter(
        (one) => one.column >= left && one.column < left + across && one.row >= top && one.row < top + across,
      );
    const found: Bucket[] = [];
    for (let at = left; at < left + across; at += 1)
      for (let down = top; down < top + across; down += 1) {
        const bucket = this.#buckets.get(at * bucketsASide + down);
        if (bucket) found.push(bucket);
      }
    return found;
  }

  #bucketAt(x: number, y: number): Bucket {
    const [column, row] = [x >> (tallyGrain - bucketLevel), y >> (tallyGrain - bucketLevel)];
    const key = column * bucketsASide + row;
    let bucket = this.#buckets.get(key);
    if (!bucket) this.#buckets.set(key, (bucket = { column, row, slots: [] }));
    return bucket;
  }

  #grow(): void {
    const size = Math.max(1024, this.x.length * 2);
    const wider = <T extends Float64Array | Int32Array | Uint16Array>(
      column: T,
      make: new (length: number) => T,
    ): T => {
      const next = new make(size);
      next.set(column);
      return next;
    };
    this.x = wider(this.x, Int32Array);
    this.y = wider(this.y, Int32Array);
    this.warn = wider(this.warn, Float64Array);
    this.due = wider(this.due, Float64Array);
    this.state = wider(this.state, Uint16Array);
    this.type = wider(this.type, Uint16Array);
    this.department = wider(this.department, Uint16Array);
    this.area = wider(this.area, Uint16Array);
    this.month = wider(this.month, Uint16Array);
  }
}
