/** The readings of the folder above, for the folders below. */
export type * from "../reading.ts";
