import type { Catalogue, CatalogueType, Criterion } from "@xiuhua/core/catalogue";
import type { Limit } from "@xiuhua/core/calendar";

/**
 * The limit of types for which no city's criterion was found (102 of the current 250). The product's own
 * choice, marked as such wherever it is shown; a city replaces it by writing its own criteria.
 */
const generalLimit: Limit = { value: 3, unit: "work_day" };

/** A type that nobody has written criteria for still has to be filed: by a general one, numbered 0. */
function generalCriterion(type: CatalogueType): Criterion {
  return {
    id: `${type.code}-0`,
    type: type.code,
    when: {
      zh: `${type.matter.zh}（通用条件，本系统默认）`,
      en: `${type.matter.en} (general criterion, this product's default)`,
    },
    done: { zh: "恢复正常", en: "put right" },
    measure: "RESTORE",
    limit: generalLimit,
    source: "default",
    confidence: "low",
  };
}

/** The catalogue with a general criterion for each type that has none. */
export function withGeneralCriteria(catalogue: Catalogue): Catalogue {
  const filled = new Map(
    catalogue.types.map((type) => [
      type.code,
      type.criteria.length > 0 ? type : { ...type, criteria: [generalCriterion(type)] },
    ]),
  );
  const full = <T extends CatalogueType | undefined>(type: T): T | CatalogueType =>
    (type && filled.get(type.code)) ?? type;
  const general = new Map(
    [...filled.values()].flatMap((type) =>
      type.criteria.filter((one) => one.source === "default").map((one) => [one.id, one] as const),
    ),
  );
  return {
    ...catalogue,
    types: [...filled.values()],
    type: (code, kind) => full(catalogue.type(code, kind)),
    criterion: (id) => catalogue.criterion(id) ?? general.get(id),
    search: (query, limit) => catalogue.search(query, limit).map((type) => full(type)),
  };
}
