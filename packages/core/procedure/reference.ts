import type { Limit } from "../calendar/index.ts";
import type { Words } from "./words.ts";

/**
 * What a procedure may look up while it decides: reference data held in memory, so that
 * looking is instant and `apply` stays pure. The server fills it; a test hands in its own.
 */
export interface Reference {
  type(code: string): { readonly code: string; readonly name: Words; readonly classCode: string } | undefined;
  criterion(
    id: string,
  ):
    | { readonly id: string; readonly type: string; readonly limit: Limit; readonly when: Words; readonly done: Words }
    | undefined;
  unit(
    id: string,
  ): { readonly id: string; readonly name: Words; readonly kind: string; readonly active: boolean } | undefined;
  person(id: string):
    | {
        readonly id: string;
        readonly name: Words;
        readonly active: boolean;
        readonly grants: readonly { role: string; unit: string }[];
      }
    | undefined;
  /** Whether `unit` is `above` or stands below it in the organisation. */
  within(unit: string, above: string): boolean;
  /** Area (6, 9 or 12 digits) and unit grid cell (15) of a WGS 84 point; undefined outside the city. */
  locate(lng: number, lat: number): { readonly area: string; readonly cell?: string } | undefined;
  /** A case the input names by number, loaded before the decision. */
  linked(
    no: string,
  ): { readonly no: string; readonly state: string; readonly procedure: string; readonly final: boolean } | undefined;
  /** A component (部件) the input names by its code, loaded before the decision; `type` is its code in the catalogue. */
  component(code: string): { readonly code: string; readonly type: string } | undefined;
}
