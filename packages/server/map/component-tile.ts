import { worldOf } from "@xiuhua/core/place";
import { componentsIn } from "../components/index.ts";
import type { City } from "../city/index.ts";
import type { Database } from "../store/index.ts";
import { encode, pointFeature } from "./encode.ts";
import { boxOf, placed, type Tile } from "./tile.ts";

/** From here on components are drawn: a tile of 500 m may have hundreds. */
const drawnFrom = 16;
/** Components in one tile at most. */
const mostShown = 1_000;

/** A tile's components as a Mapbox Vector Tile with layer `components` (code, type, name, state); empty from afar. */
export async function componentTile(
  { db, city }: { readonly db: Database; readonly city: Pick<City, "code"> },
  tile: Tile,
): Promise<Buffer> {
  if (tile.z < drawnFrom) return Buffer.alloc(0);
  const rows = await componentsIn(db, city.code, boxOf(tile), mostShown);
  return encode({
    components: rows.map(({ lng, lat, code, type, name, state }) =>
      pointFeature(placed(tile, ...worldOf(lng, lat)), { code, type, name, state }),
    ),
  });
}
