import type { MapDescription } from "../api/index.ts";
import type { City } from "../city/index.ts";
import type { BaseSources } from "./base-tile.ts";
import type { Basemaps } from "./basemap.ts";
import { mapSettings } from "./settings.ts";

export interface Described extends BaseSources {
  readonly city: Pick<City, "settings">;
}

/** What the screen must know before it draws: where the city lies, and which of it is only drawn for show. */
export async function describeMap(
  { city, places, gazetteer }: Described,
  version: string,
  basemaps: Basemaps,
): Promise<MapDescription> {
  const areas = places.areas();
  const { approval } = city.settings(mapSettings);
  const { version: drawn } = await gazetteer.current();
  const bounds = boundsOf(areas);
  return {
    version,
    ...(bounds ? { bounds } : {}),
    basemap: await basemaps.describe(),
    ...(approval === undefined ? {} : { approval }),
    schematic: drawn?.schematic === true || areas.some((area) => area.schematic),
  };
}

function boundsOf(areas: ReturnType<BaseSources["places"]["areas"]>): MapDescription["bounds"] | undefined {
  let bounds: [number, number, number, number] | undefined;
  for (const { outline } of areas)
    for (const ring of outline.type === "Polygon" ? outline.coordinates : outline.coordinates.flat())
      for (const [lng = 0, lat = 0] of ring) {
        const [west, south, east, north] = bounds ?? [lng, lat, lng, lat];
        bounds = [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
      }
  return bounds;
}
