import type { PlaceArea } from "../../api/index.ts";
import type { Places } from "../places.ts";

/** Lengths of the codes of a district, a sub-district, a community. */
const lengths = [6, 9, 12];

/** What a point lies in: areas from the district down, and the unit grid cell. */
export function standing(
  places: Pick<Places, "locate" | "area">,
  lng: number,
  lat: number,
): { areas: PlaceArea[]; cell?: string } {
  const found = places.locate(lng, lat);
  if (!found) return { areas: [] };
  const areas = lengths
    .filter((length) => length <= found.area.length)
    .flatMap((length) => places.area(found.area.slice(0, length)) ?? [])
    .map(({ code, level, name }) => ({ code, level, name: { ...name } }));
  return { areas, ...(found.cell === undefined ? {} : { cell: found.cell }) };
}
