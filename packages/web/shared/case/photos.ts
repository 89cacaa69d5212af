import type { CaseDetail } from "@xiuhua/server/api";
import type { EvidenceKind } from "./kinds.ts";

export type Evidence = CaseDetail["evidence"][number];

const found: readonly EvidenceKind[] = ["near", "far", "reference", "before"];
const done: readonly EvidenceKind[] = ["after", "check"];

export interface Photos {
  /** How it was found: near, far, its landmark, before handling. */
  readonly found: readonly Evidence[];
  /** What became of it: after handling, at the check; the newest first, since a rework makes the older ones stale. */
  readonly done: readonly Evidence[];
  /** Sound and papers. */
  readonly others: readonly Evidence[];
}

/** The evidence of a case in its two sides, each in the order in which one looks. */
export function photosOf(evidence: readonly Evidence[]): Photos {
  const isPhoto = (one: Evidence) => one.file.mediaType.startsWith("image/");
  const photos = evidence.filter(isPhoto);
  const rank = (kinds: readonly EvidenceKind[]) => (one: Evidence) => kinds.indexOf(one.kind);
  const first = rank(found);
  return {
    found: photos.filter((one) => found.includes(one.kind)).toSorted((one, other) => first(one) - first(other)),
    done: photos.filter((one) => done.includes(one.kind)).toSorted((one, other) => other.seq - one.seq),
    others: evidence.filter((one) => !isPhoto(one) || (!found.includes(one.kind) && !done.includes(one.kind))),
  };
}
