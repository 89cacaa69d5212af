import { Type, type Static } from "typebox";
import type { Words } from "@xiuhua/core/procedure";
import { Words as WordsSchema } from "../../api/index.ts";

/** One place where something is not right. */
export const Instance = Type.Object({
  /** What it is about: codes; without one, the feature's place in the file. */
  codes: Type.Array(Type.String()),
  detail: Type.Optional(WordsSchema),
  /** Where to look, WGS 84. */
  at: Type.Optional(Type.Tuple([Type.Number(), Type.Number()])),
});
export type Instance = Static<typeof Instance>;

/** One thing that is not right, with the places where it shows. An error keeps the whole version out; a hint does not. */
export const Finding = Type.Object({
  level: Type.Union([Type.Literal("error"), Type.Literal("hint")]),
  /** Stable, for programs. */
  check: Type.String(),
  what: WordsSchema,
  remedy: WordsSchema,
  /** How many places there are; not all need be named. */
  count: Type.Integer(),
  instances: Type.Array(Instance),
});
export type Finding = Static<typeof Finding>;

/** Places named of one finding: more helps nobody. Our own choice. */
export const mostNamed = 20;

/** The same words in both languages: codes, numbers. */
export const same = (text: string): Words => ({ zh: text, en: text });

/** Gathers instances of one finding without keeping them all. */
export class Tally {
  readonly #make: (count: number) => Omit<Finding, "count" | "instances">;
  readonly #instances: Instance[] = [];
  #count = 0;

  constructor(make: (count: number) => Omit<Finding, "count" | "instances">) {
    this.#make = make;
  }

  add(instance: Instance): void {
    this.#count += 1;
    if (this.#instances.length < mostNamed) this.#instances.push(instance);
  }

  get count(): number {
    return this.#count;
  }

  findings(): Finding[] {
    const { length } = this.#instances;
    return length === 0 ? [] : [{ ...this.#make(this.#count), count: this.#count, instances: [...this.#instances] }];
  }
}

/** A row of a check's statement: at most `mostNamed` come, each with the count of all. */
export interface FoundRow {
  readonly codes: readonly string[];
  readonly total: number;
  readonly zh?: string | null;
  readonly en?: string | null;
  readonly lng?: number | null;
  readonly lat?: number | null;
}

/** A finding of such rows; none where there are no rows. */
export function findingOf(
  rows: readonly FoundRow[],
  make: (count: number) => Omit<Finding, "count" | "instances">,
): Finding[] {
  const count = rows[0]?.total ?? 0;
  if (count === 0) return [];
  const instances = rows.map(({ codes, zh, en, lng, lat }) => ({
    codes: [...codes],
    ...(zh ? { detail: { zh, en: en ?? zh } } : {}),
    ...(typeof lng === "number" && typeof lat === "number" ? { at: [lng, lat] satisfies [number, number] } : {}),
  }));
  return [{ ...make(count), count, instances }];
}
