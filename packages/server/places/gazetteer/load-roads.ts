import { finish } from "@xiuhua/core/place";
import type { GazetteerCounts } from "../../api/index.ts";
import { sql, type Database } from "../../store/index.ts";
import {
  boxAround,
  datumWords,
  NetworkProblem,
  readNetwork,
  suspectDatum,
  type Datum,
  type Network,
  type Suspicion,
} from "../network/index.ts";
import type { Places } from "../places.ts";
import { correct } from "./correct.ts";
import { readCorrections, type KeptCorrection } from "./corrections.ts";
import { namedAreas } from "./named-areas.ts";
import { countsOf, readPointer, readVersion, saveVersion } from "./versions.ts";

export interface LoadOptions {
  readonly db: Database;
  readonly city: string;
  readonly places: Places;
  readonly files: readonly string[];
  readonly datum: Datum;
  /** The person says that the datum is right, whatever it looks like. */
  readonly asIs?: boolean;
  readonly clip?: boolean;
  readonly lenient?: boolean;
  readonly now: () => number;
  /** Who loads, as the list of versions shall show. */
  readonly by: string;
  readonly onProgress?: (read: number, total: number) => void;
  readonly signal?: AbortSignal;
}

export interface Loaded {
  readonly version: number;
  readonly counts: GazetteerCounts;
  readonly leftOut: number;
  readonly broken: number;
  readonly firstProblem?: NetworkProblem;
  /** Corrections whose target this version does not have. */
  readonly orphaned: readonly KeptCorrection[];
}

/**
 * Reads a road network and puts it into force as a new version. Whatever is wrong with it, nothing is changed.
 * @throws NetworkProblem
 */
export async function loadRoads(options: LoadOptions): Promise<Loaded> {
  const { db, city, datum } = options;
  const areas = namedAreas(options.places);
  const box = boxAround(areas.flatMap(({ polygons }) => polygons.flat(2)));
  const network = await readNetwork(options.files, { ...options, ...(box ? { box } : {}) });
  if (!network.data.roads.some(({ name }) => name !== "")) throw noRoad(network);
  const corrections = (await readCorrections(db, city)).filter(({ undone_at }) => undone_at === null);
  if (!options.asIs) {
    const suspicion = await suspect(options, network, corrections);
    if (suspicion) throw new NetworkProblem(filesOf(network), datumWords(datum, suspicion));
  }
  options.signal?.throwIfAborted();
  const version = await db.transaction((tx) =>
    saveVersion(tx, city, { ...network, datum, at: options.now(), by: options.by }),
  );
  const { fates } = finish(correct(network.data, corrections));
  const { leftOut, broken, firstProblem } = network;
  return {
    version,
    counts: countsOf(network.data),
    leftOut,
    broken,
    ...(firstProblem ? { firstProblem } : {}),
    orphaned: corrections.filter(({ no }) => fates.get(no) === "orphaned"),
  };
}

/** Cases looked at, the newest. */
const someCases = 1_000;

async function suspect(
  { db, city, places, datum }: LoadOptions,
  { data }: Network,
  corrections: readonly KeptCorrection[],
): Promise<Suspicion | undefined> {
  const { version } = await readPointer(db, city);
  const present =
    version === undefined ? undefined : finish(correct(await readVersion(db, city, version), corrections)).data;
  const cases = await db.query<{ text: string; lng: number; lat: number }>(sql`
    select place_text as text, st_x(point) as lng, st_y(point) as lat from cases
    where city = ${city} and point is not null and place_text is not null
    order by opened_at desc, no desc limit ${someCases}`);
  const drawn = places.areas().some(({ schematic }) => schematic);
  return suspectDatum(data.roads, datum, {
    roads: present?.roads ?? [],
    cases: cases.map(({ text, lng, lat }) => ({ text, at: [lng, lat] })),
    // A border that was drawn for show tells nothing.
    inCity: ([lng, lat]) => drawn || places.locate(lng, lat) !== undefined,
  });
}

const filesOf = ({ files }: Network) => ({ file: files.map(({ name }) => name).join(", ") });

const noRoad = (network: Network) =>
  new NetworkProblem(filesOf(network), {
    zh: `没有带名称的道路，只有 ${network.data.places.length} 个地点和 ${network.data.doors.length} 个门牌。新版本会整体替换旧版本：请把道路文件与它写在同一条命令里。`,
    en: `there is no road with a name, only ${network.data.places.length} places and ${network.data.doors.length} house numbers. A new version replaces all of the old one: name the file of roads in the same command.`,
  });
