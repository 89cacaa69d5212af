import type { Values } from "../drafts/index.ts";
import type { Point } from "../pack/index.ts";

export type Mode = "report" | "reportSelfHandled";

/** What stands in a report. */
export interface ReportValues {
  readonly mode: Mode;
  /** Where it is, once that is settled; until then it follows the phone. */
  readonly point?: Point & { readonly accuracy?: number };
  /** The point was picked on the map. */
  readonly byHand: boolean;
  /** The person's own words for the place; without them the app's stand. */
  readonly placeText?: string;
  readonly type?: string;
  readonly description: string;
}

/** Reads a draft's values as a report: what another edition of the app wrote there is left out. */
export function reportValues(values: Values): ReportValues {
  const { mode, point, byHand, placeText, type, description } = values;
  return {
    mode: mode === "reportSelfHandled" ? mode : "report",
    ...(isPoint(point) ? { point } : {}),
    byHand: byHand === true,
    ...(typeof placeText === "string" ? { placeText } : {}),
    ...(typeof type === "string" ? { type } : {}),
    description: typeof description === "string" ? description : "",
  };
}

function isPoint(value: unknown): value is Point & { readonly accuracy?: number } {
  return (
    typeof value === "object" &&
    value !== null &&
    typeof Reflect.get(value, "lng") === "number" &&
    typeof Reflect.get(value, "lat") === "number"
  );
}
