import type { EvidenceReference, Words } from "@xiuhua/server/api";
import type { Point } from "../pack/index.ts";
import type { Mode } from "./values.ts";

type Kind = EvidenceReference["kind"];

/** The photos a report has places for; the first ones it must have. */
export const kindsOf: Readonly<Record<Mode, { readonly places: readonly Kind[]; readonly needed: readonly Kind[] }>> = {
  report: { places: ["near", "far", "reference"], needed: ["near"] },
  reportSelfHandled: { places: ["before", "after"], needed: ["before", "after"] },
};

export interface Written {
  readonly mode: Mode;
  readonly photos: readonly Kind[];
  readonly point: Point | undefined;
  readonly placeText: string;
  readonly type: string | undefined;
  readonly description: string;
}

/** What a report lacks, in the order in which one fills it. */
export type Lack =
  { readonly of: "photo"; readonly kind: Kind } | { readonly of: "place" | "placeText" | "type" | "description" };

export function lackOf({ mode, photos, point, placeText, type, description }: Written): Lack | undefined {
  const kind = kindsOf[mode].needed.find((one) => !photos.includes(one));
  if (kind) return { of: "photo", kind };
  if (!point) return { of: "place" };
  if (placeText.trim() === "") return { of: "placeText" };
  if (mode === "reportSelfHandled" && type === undefined) return { of: "type" };
  return description.trim() === "" && type === undefined ? { of: "description" } : undefined;
}

export interface Complete extends Written {
  readonly point: Point;
  /** Names of the chosen type; they stand for a description that was left empty. */
  readonly typeName: Words | undefined;
  /** When it was seen, by the phone's clock. */
  readonly seenAt: number;
}

/** The input of the action, from a report that lacks nothing. */
export function inputOf({ point, placeText, type, typeName, description, seenAt }: Complete) {
  const words = description.trim();
  return {
    place: { lng: point.lng, lat: point.lat, text: placeText.trim().slice(0, 200) },
    description: words === "" ? (typeName?.zh ?? "") : words,
    ...(type === undefined ? {} : { type }),
    capturedAt: seenAt,
  };
}
