import type { MultiPolygon, Polygon } from "geojson";
import type { Words } from "@xiuhua/core/procedure";

/** A feature of a file, understood: the row of a draft. What a kind has no use for stays away. */
export interface Entry {
  /** Its place in the file, from 1. */
  readonly at: number;
  readonly code: string;
  /** The area it says it lies in. */
  readonly parent?: string;
  readonly name?: Words;
  readonly schematic?: boolean;
  /** Of a responsibility grid: a person's id or login, a unit's id, the codes of its cells. */
  readonly collector?: string;
  readonly unit?: string;
  readonly cells?: readonly string[];
  /** Days, as the register that the file came from has them: 2026-03-01. */
  readonly initialOn?: string;
  readonly changedOn?: string;
  /** WGS 84. */
  readonly outline?: Polygon | MultiPolygon;
}
