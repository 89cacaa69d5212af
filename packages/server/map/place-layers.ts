import KDBush from "kdbush";
import { worldOf, type GazetteerData, type PlaceKind } from "@xiuhua/core/place";
import { pointFeature, type TileFeature } from "./encode.ts";
import { placed, type Tile } from "./tile.ts";

/** From which zoom places of a kind are named; lamp posts are too many to name. */
const namedFrom: Readonly<Record<PlaceKind, number>> = {
  area: 13,
  community: 14,
  bridge: 14,
  water: 13,
  poi: 15,
  building: 17,
  pole: 18,
};
const doorsFrom = 17;
/** Named things in one tile at most: more would only hide one another. */
const mostNames = 500;

/** Layers `places` (name, kind) and `doors` (house numbers). */
export function placeLayers({ places, doors }: Pick<GazetteerData, "places" | "doors">) {
  const placesIn = pointsOf(places);
  const doorsIn = pointsOf(doors);
  return (tile: Tile): { places: readonly TileFeature[]; doors: readonly TileFeature[] } => ({
    places: placesIn(tile, (one) => tile.z >= namedFrom[one.kind]).map(([at, { name, kind }]) =>
      pointFeature(at, { name, kind }),
    ),
    doors:
      tile.z < doorsFrom
        ? []
        : doorsIn(tile, () => true).map(([at, { number, annex }]) =>
            pointFeature(at, { number: annex === undefined ? String(number) : `${number}-${annex}` }),
          ),
  });
}

/** Finds what stands in a tile. */
function pointsOf<T extends { readonly at: readonly [number, number] }>(all: readonly T[]) {
  const index = new KDBush(all.length);
  for (const { at } of all) index.add(...worldOf(...at));
  index.finish();
  return (tile: Tile, wanted: (one: T) => boolean): (readonly [readonly [number, number], T])[] => {
    if (all.length === 0) return [];
    const side = 2 ** tile.z;
    return index
      .range(tile.x / side, tile.y / side, (tile.x + 1) / side, (tile.y + 1) / side)
      .flatMap((id) => all[id] ?? [])
      .filter(wanted)
      .slice(0, mostNames)
      .map((one) => [placed(tile, ...worldOf(...one.at)), one] as const);
  };
}
