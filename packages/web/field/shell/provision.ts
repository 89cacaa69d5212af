import type { QueryClient } from "@tanstack/react-query";
import { classesQuery, proceduresQuery } from "../../shared/api/index.ts";
import { kept } from "../kept/index.ts";
import { fieldMeQuery } from "../online/index.ts";
import { packQuery } from "../pack/index.ts";
import { catalogueQuery } from "../types/index.ts";
import type { FieldDatabase } from "../store/index.ts";

/** Fetches, while there is a network, what a report needs without one. What cannot be had now is tried by its screen. */
export function provision(db: FieldDatabase, client: QueryClient, person: string): void {
  void client.prefetchQuery({ ...proceduresQuery, meta: kept });
  void client.prefetchQuery({ ...classesQuery, meta: kept });
  void client.prefetchQuery(catalogueQuery);
  void client.prefetchQuery(fieldMeQuery);
  void client.prefetchQuery(packQuery(db, person));
}
