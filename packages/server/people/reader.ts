import type { Language } from "../http/index.ts";

/** A role a person may act in now: at a unit and all below it, perhaps over one area only. */
export interface ReaderGrant {
  readonly role: string;
  readonly unit: string;
  /** Code of the area it is limited to; absent for the whole city. */
  readonly area?: string;
  /** Whom the person stands in for with it. */
  readonly onBehalfOf?: string;
}

/** Who asks, with all that decides what they may see and do. */
export interface Reader {
  readonly person: string;
  readonly language: Language;
  /** Valid at the moment of the request, delegations included. */
  readonly grants: readonly ReaderGrant[];
}

/** How a request was let in. */
export type Access =
  | { readonly via: "session"; readonly reader: Reader; readonly csrf: string; readonly session: string }
  | { readonly via: "token"; readonly reader: Reader };

/** Whether the person may change the organisation, its people and their roles. */
export function mayAdminister(reader: Reader): boolean {
  return reader.grants.some((grant) => grant.role === "administrator");
}
