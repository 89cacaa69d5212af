import type { Position } from "./feature.ts";
import type { Parsed, Reading } from "./reading.ts";

/** Why an answer is less sure than it looks; a stable code, and what it is about. */
export interface Doubt {
  readonly code:
    | "road-not-found"
    | "name-guessed"
    | "several-crossings"
    | "roads-do-not-meet"
    | "no-leg-in-direction"
    | "beyond-road-end"
    | "wrong-area"
    | "number-interpolated"
    | "number-out-of-range"
    | "place-not-found"
    | "several-places"
    | "not-opposite"
    | "vague"
    | "part-unused";
  /** The name or words it is about, as written, and what was taken instead. */
  readonly about?: string;
  readonly instead?: string;
}

export interface ResolvedPoint {
  readonly at: Position;
  /** Within this the place most likely lies. */
  readonly radiusMetres: number;
  /** 0 to 1: how far to trust it. Below 0.3 it is a hint, not an answer. */
  readonly score: number;
  readonly reading: Reading;
  readonly doubts: readonly Doubt[];
}

export interface Resolution {
  readonly parsed: Parsed;
  /** Best first; empty where nothing can be said. */
  readonly points: readonly ResolvedPoint[];
}

export interface Description {
  readonly reading: Reading;
  readonly text: string;
  /** How far the described point lies from the one asked about. */
  readonly offMetres: number;
}

/** A city's roads and names in memory: text → points, point → text. Pure and synchronous; runs in a browser too. */
export interface Gazetteer {
  /** Ranked answers; `near` (where the speaker stands) breaks ties between places of one name. */
  resolve(text: string, options?: { readonly near?: Position; readonly most?: number }): Resolution;
  /** What a local would say of the point, the best first; empty where no named thing is near. */
  describe(at: Position, options?: { readonly most?: number }): readonly Description[];
  readonly size: {
    readonly roads: number;
    readonly crossings: number;
    readonly places: number;
    readonly doors: number;
  };
}
