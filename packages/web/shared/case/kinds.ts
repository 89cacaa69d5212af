import type { EvidenceReference } from "@xiuhua/server/api";

export type EvidenceKind = EvidenceReference["kind"];

export const evidenceKinds: readonly EvidenceKind[] = [
  "near",
  "far",
  "reference",
  "before",
  "after",
  "check",
  "audio",
  "document",
];

export const photoKinds: readonly EvidenceKind[] = ["near", "far", "reference", "before", "after", "check"];

/** What the file picker offers for a kind: what the server takes. It looks at the content itself. */
export function acceptOf(kind: EvidenceKind): string {
  const photos = "image/jpeg,image/png,image/webp";
  if (kind === "audio") return ".mp3,.m4a,.ogg,.wav,.webm";
  return kind === "document" ? `.pdf,.docx,.xlsx,${photos}` : photos;
}

export interface Slot {
  readonly kind: EvidenceKind;
  /** How many there must be. */
  readonly needed: number;
}

/**
 * The places for evidence that a form shows at once: what the action demands, and what it offers (`0`), in the order
 * of the case's life. Other kinds can be added.
 */
export function slotsOf(demanded: Readonly<Record<string, number>>): Slot[] {
  return evidenceKinds.flatMap((kind): Slot[] => {
    const needed = demanded[kind];
    return needed === undefined ? [] : [{ kind, needed }];
  });
}

/** The kinds that lack files, and how many. */
export function lacking(
  demanded: Readonly<Record<string, number>>,
  have: readonly { readonly kind: EvidenceKind }[],
): Slot[] {
  return slotsOf(demanded).flatMap(({ kind, needed }) => {
    const missing = needed - have.filter((one) => one.kind === kind).length;
    return missing > 0 ? [{ kind, needed: missing }] : [];
  });
}
