import type { FastifyBaseLogger } from "fastify";
import type { City } from "../city/index.ts";
import type { People } from "../people/index.ts";
import type { Database } from "../store/index.ts";

/** What the assembly itself and the people's routes stand on. */
export interface BaseServices {
  readonly db: Database;
  readonly city: Pick<City, "code" | "name" | "zone" | "demo">;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly people: People;
  readonly log: FastifyBaseLogger;
}
