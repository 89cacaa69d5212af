import { foundation } from "./0001-foundation.ts";
import { openCases } from "./0002-open-cases.ts";
import { gazetteer } from "./0003-gazetteer.ts";
import { gridVersions } from "./0004-grid-versions.ts";
import { components } from "./0005-components.ts";
import { mapTallies } from "./0006-map-tallies.ts";
import { fieldEvidence } from "./0007-field-evidence.ts";
import { field } from "./0008-field.ts";
import { push } from "./0009-push.ts";
import { mapMonths } from "./0010-map-months.ts";
import { mapLevels } from "./0011-map-levels.ts";
import { procedures } from "./0016-procedures.ts";
import { links } from "./0017-links.ts";

/** One step of the schema. Never changed once released: a later step changes what an earlier one made. */
export interface Migration {
  /** Ascending; each belongs to one step for ever. */
  readonly version: number;
  readonly name: string;
  /** Statements divided by semicolons, run together in one transaction. */
  readonly sql: string;
}

/** All steps, in order. */
export const migrations: readonly Migration[] = [
  foundation,
  openCases,
  gazetteer,
  gridVersions,
  components,
  mapTallies,
  fieldEvidence,
  field,
  push,
  mapMonths,
  mapLevels,
  procedures,
  links,
];
