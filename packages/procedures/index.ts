import type { Procedure } from "@xiuhua/core/procedure";
import { cityCase } from "./city-case.ts";

export { cityCase } from "./city-case.ts";

/** The register: every procedure that this product runs, by its id. */
export const procedures: ReadonlyMap<string, Procedure> = new Map([[cityCase.id, cityCase]]);
