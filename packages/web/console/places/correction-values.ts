import type { Correction, CorrectionInput } from "@xiuhua/server/api";
import type { Point } from "../../shared/map/index.ts";

/** What can be corrected with a form. A road's line is drawn elsewhere: it comes with the next version, or over the API. */
export const actions = ["alias", "rename", "add", "move", "remove"] as const;
export type Action = (typeof actions)[number];
export const placeKinds = ["poi", "community", "building", "bridge", "water", "pole", "area"] as const;

export interface CorrectionValues {
  readonly action: Action;
  readonly about: "road" | "place";
  readonly name: string;
  /** The other or the new name. */
  readonly other?: string;
  readonly kind?: (typeof placeKinds)[number];
  readonly at?: Point;
  /** Which one is meant of several of one name. */
  readonly near?: Point;
  readonly road?: string;
  readonly why: string;
}

/** Whether a position belongs to what is done: only places have one. */
export const hasPosition = (action: Action | undefined): boolean => action === "add" || action === "move";

export const inputOf = ({ why, ...values }: CorrectionValues): CorrectionInput => ({
  correction: correctionOf(values),
  why: why.trim(),
});

function correctionOf(values: Omit<CorrectionValues, "why">): Correction {
  const { action, about, near, kind = "poi" } = values;
  const [name, other, road] = [values.name, values.other ?? "", values.road ?? ""].map((text) => text.trim());
  const at: [number, number] = [values.at?.lng ?? 0, values.at?.lat ?? 0];
  const target = { name: name ?? "", ...(near ? { near: [near.lng, near.lat] as [number, number] } : {}) };
  switch (action) {
    case "alias":
      return { about, action, target, alias: other ?? "" };
    case "rename":
      return { about, action, target, name: other ?? "" };
    case "remove":
      return { about, action, target };
    case "move":
      return { about: "place", action, target, at };
    case "add":
      return { about: "place", action, name: name ?? "", kind, at, ...(road ? { road } : {}) };
  }
}
