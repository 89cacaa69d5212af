import { worldOf } from "@xiuhua/core/place";
import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseTileQuery } from "../api/index.ts";
import { sightOf, type OpenCases, type UnitsBelow } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Reader } from "../people/index.ts";
import type { Database } from "../store/index.ts";
import { encode, openFeature, pointFeature, type TileFeature } from "./encode.ts";
import {
  finest,
  finishedCases,
  finishedHeat,
  finishedSquares,
  finishedTotal,
  type FinishedRequest,
} from "./finished.ts";
import { gather } from "./gather.ts";
import { heatOf } from "./heat.ts";
import { asksForFinished, openIn } from "./query.ts";
import { placed, type Tile } from "./tile.ts";

export interface CaseTileOptions {
  readonly db: Database;
  readonly city: City;
  readonly procedures: ReadonlyMap<string, Procedure>;
  readonly below: UnitsBelow;
  readonly open: OpenCases;
  readonly now: () => number;
}

/** From here on cases stand one by one: a tile is 500 m wide. */
const singleZoom = 16;
/** Cases in a tile that stand one by one; where there are more they stay clusters. Our own choice. */
const mostSingle = 300;
/** Squares a side of a tile, as powers of two: a cluster every 64 pixels, heat every 32. */
const clusterPower = 3;
const heatPower = 4;

/** Tiles of cases: what a reader may see of them, clustered by square or as heat. */
export function makeCaseTiles({ db, city, procedures, below, open, now }: CaseTileOptions) {
  const all = [...procedures.values()];
  const { table } = open;

  /** A tile with the cases asked for, as a Mapbox Vector Tile with layer `cases`, or `heat`. */
  return async function caseTile(reader: Reader, tile: Tile, query: CaseTileQuery): Promise<Buffer> {
    await open.ready();
    const sight = sightOf(reader, all, below);
    const request = asksForFinished(query, all) ? { db, city, tile, query, sight } : undefined;
    if (query.view === "heat") {
      const level = Math.min(tile.z + heatPower, finest);
      const done = request ? await finishedHeat(request, level) : [];
      return encode({ heat: heatOf(tile, level, table, openIn(table, tile, query, sight, now()), done) });
    }
    const level = Math.min(tile.z + clusterPower, finest);
    if (tile.z < singleZoom) {
      const done = request ? await finishedSquares(request, level) : [];
      const slots = openIn(table, tile, query, sight, now());
      return encode({ cases: gather(tile, level, table, slots, done, now()) });
    }
    const done = request ? await finishedFeatures(request, level) : [];
    const slots = openIn(table, tile, query, sight, now());
    const unfinished =
      slots.length > mostSingle
        ? gather(tile, level, table, slots, [], now())
        : [...slots].flatMap((slot) => table.cases[slot] ?? []).map((one) => openFeature(tile, one));
    return encode({ cases: [...done, ...unfinished] });
  };

  /** Finished cases close by: one by one, or still in clusters where they are too many to be told apart. */
  async function finishedFeatures(request: FinishedRequest, level: number): Promise<TileFeature[]> {
    const { tile } = request;
    if ((await finishedTotal(request)) > mostSingle)
      return gather(tile, level, table, new Uint32Array(0), await finishedSquares(request, level), now());
    const found = await finishedCases(request);
    return found.map(({ no, procedure, state, lng, lat }) =>
      pointFeature(placed(tile, ...worldOf(lng, lat)), { no, procedure, state, final: true }),
    );
  }
}
