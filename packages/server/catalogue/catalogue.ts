import { loadCatalogue, type Catalogue } from "@xiuhua/core/catalogue";
import { withGeneralCriteria } from "./general.ts";
import file from "../../../data/catalogue/catalogue.json" with { type: "json" };

/** The catalogue that ships with the product. @throws when the shipped file is broken: a bug. */
export function shippedCatalogue(): Catalogue {
  const loaded = loadCatalogue(file);
  if ("problems" in loaded) throw new Error(`The shipped catalogue is broken:\n${loaded.problems.join("\n")}`);
  return withGeneralCriteria(loaded);
}
