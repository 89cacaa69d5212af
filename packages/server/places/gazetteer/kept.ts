import type { Correction, MadeCorrection } from "../../api/index.ts";
import type { InForce } from "./live.ts";
import type { KeptCorrection } from "./corrections.ts";

/** A correction as the API shows it, with how it fares on the version in force. */
export function shownCorrection(kept: KeptCorrection, fates: InForce["fates"]): MadeCorrection {
  const { no, correction, why, made_by, made_at, undone_by, undone_at } = kept;
  const iso = (at: number) => new Date(at).toISOString();
  return {
    no,
    correction,
    why,
    by: made_by,
    at: iso(made_at),
    state: undone_at === null ? (fates.get(no) ?? "orphaned") : "undone",
    ...(undone_by === null ? {} : { undoneBy: undone_by }),
    ...(undone_at === null ? {} : { undoneAt: iso(undone_at) }),
  };
}

/** Every position that a correction names. */
export function positionsIn(correction: Correction): readonly (readonly [number, number])[] {
  return [
    ...("line" in correction ? correction.line : []),
    ...("at" in correction ? [correction.at] : []),
    ...("target" in correction && correction.target.near ? [correction.target.near] : []),
  ];
}
