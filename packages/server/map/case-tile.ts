import { worldOf } from "@xiuhua/core/place";
import type { Procedure } from "@xiuhua/core/procedure";
import type { CaseTileQuery } from "../api/index.ts";
import { sees, sightOf, type OpenCase, type OpenCases, type UnitsBelow } from "../cases/index.ts";
import type { City } from "../city/index.ts";
import type { Reader } from "../people/index.ts";
import type { Database } from "../store/index.ts";
import { encode, openFeature, pointFeature, type TileFeature } from "./encode.ts";
import { finishedCases, finishedSquares, type FinishedRequest } from "./finished.ts";
import { gather } from "./gather.ts";
import { heatOf } from "./heat.ts";
import { asksFor, asksForFinished } from "./query.ts";
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
/** Finished cases that stand one by one in a tile; where there are more they stay clusters. Our own choice. */
const mostSingle = 300;
/** Squares a side of a tile, as powers of two: a cluster every 64 pixels, heat every 16. */
const clusterPower = 3;
const heatPower = 5;
/** The finest level that is tallied. */
const finest = 18;

/** Tiles of cases: what a reader may see of them, clustered by square or as heat. */
export function makeCaseTiles({ db, city, procedures, below, open, now }: CaseTileOptions) {
  const all = [...procedures.values()];

  /** A tile with the cases asked for, as a Mapbox Vector Tile with layer `cases`, or `heat`. */
  return async function caseTile(reader: Reader, tile: Tile, query: CaseTileQuery): Promise<Buffer> {
    await open.ready();
    const at = now();
    const sight = sightOf(reader, all, below);
    const unfinished: OpenCase[] = [];
    open.each(tile.z, tile.x, tile.y, (one) => {
      if (asksFor(query, one, at) && sees(sight, one)) unfinished.push(one);
    });
    const request = asksForFinished(query, all) ? { db, city, tile, query, sight } : undefined;
    if (query.view === "heat") {
      const level = Math.min(tile.z + heatPower, finest);
      const done = request ? await finishedSquares(request, level) : [];
      return encode({ heat: heatOf(tile, level, unfinished, done) });
    }
    return encode({ cases: await pointsOf(tile, unfinished, request, at) });
  };
}

async function pointsOf(
  tile: Tile,
  unfinished: readonly OpenCase[],
  request: FinishedRequest | undefined,
  at: number,
): Promise<TileFeature[]> {
  const level = Math.min(tile.z + clusterPower, finest);
  if (tile.z < singleZoom)
    return gather(tile, level, unfinished, request ? await finishedSquares(request, level) : [], at);
  const singles = unfinished.map((one) => openFeature(tile, one));
  if (!request) return singles;
  const found = await finishedCases(request, mostSingle + 1);
  if (found.length > mostSingle)
    return [...gather(tile, level, [], await finishedSquares(request, level), at), ...singles];
  return [
    ...found.map(({ no, procedure, state, lng, lat }) =>
      pointFeature(placed(tile, ...worldOf(lng, lat)), { no, procedure, state, final: true }),
    ),
    ...singles,
  ];
}
