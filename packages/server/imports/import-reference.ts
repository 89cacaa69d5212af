import type { Catalogue } from "@xiuhua/core/catalogue";
import type { Procedure, Reference } from "@xiuhua/core/procedure";
import { makeReference, takingKinds, type Directory } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Places } from "../places/index.ts";
import type { Responsibility } from "../responsibility/index.ts";
import type { Mapping } from "./mapping.ts";

export interface ImportReference {
  readonly reference: Reference;
  /** The criterion under which a type is filed. */
  criterion(type: string): string | undefined;
  /** Who serves a type at a point, of a kind that can take cases. */
  department(type: string, lng: number, lat: number): string | undefined;
}

/** What the engine looks things up in while it replays an import: the city's own, and places beyond its outline. */
export function makeImportReference(
  sources: {
    readonly city: City;
    readonly catalogue: Catalogue;
    readonly directory: Directory;
    readonly places: Places;
    readonly responsibility: Pick<Responsibility, "answer">;
  },
  procedure: Procedure,
  mapping: Mapping,
): ImportReference {
  const { city, catalogue, places, responsibility } = sources;
  const base = makeReference(sources);
  const kinds = takingKinds(procedure);
  const chosen = new Map<string, string | undefined>();

  /** The city as a whole is the area of a place beyond its outline, where the mapping keeps such rows. */
  const locate: Reference["locate"] = (lng, lat) =>
    places.locate(lng, lat) ?? (mapping.outsideCity === "keep" ? { area: city.code } : undefined);

  return {
    reference: { ...base, locate },
    criterion: (type) => mapping.criteria?.[type] ?? catalogue.type(type)?.criteria[0]?.id,
    department(type, lng, lat) {
      const area = locate(lng, lat)?.area;
      const key = `${type} ${area ?? ""}`;
      if (!chosen.has(key))
        chosen.set(key, responsibility.answer({ type, kinds, ...(area === undefined ? {} : { area }) }).unit);
      return chosen.get(key);
    },
  };
}
