import type { Gazetteer, GazetteerData, Steps } from "@xiuhua/core/place";
import type { GazetteerVersion } from "../../api/index.ts";
import type { Database } from "../../store/index.ts";
import type { Places } from "../places.ts";
import { correct, type Fate } from "./correct.ts";
import { readCorrections, type KeptCorrection } from "./corrections.ts";
import { namedAreas } from "./named-areas.ts";
import { inSlices } from "./slices.ts";
import { listVersions, readPointer, readVersion } from "./versions.ts";

/** What the city says of its places at present. */
export interface InForce {
  /** Of the store; another revision, another gazetteer. */
  readonly revision: number;
  /** Undefined where no road network was loaded: then there are the areas and what was added by hand. */
  readonly version: GazetteerVersion | undefined;
  /** Corrections included, WGS 84. */
  readonly data: GazetteerData;
  readonly gazetteer: Gazetteer;
  readonly corrections: readonly KeptCorrection[];
  readonly fates: ReadonlyMap<number, Fate>;
}

export interface LiveGazetteer {
  /** The one in force; only the very first call waits for it to be built. */
  current(): Promise<InForce>;
  /** Looks whether there is a newer one, and takes it up. Until it is ready the old one answers. */
  refresh(): Promise<void>;
  /** Looks every few seconds, for what other processes load into a server. @returns how to stop */
  watch(): () => void;
}

export interface LiveOptions {
  readonly db: Database;
  readonly city: string;
  /** The city's areas, for the names of districts in front of a place; another list means that they changed. */
  readonly places: Pick<Places, "areas">;
  readonly build: (data: GazetteerData) => Steps<Gazetteer>;
  readonly log: (message: string, error: unknown) => void;
}

/** Milliseconds between two looks at one small row. Our own choice. */
const watchMs = 5_000;

/** The gazetteer in memory. It changes while requests are answered: each sees the old one or the new one, whole. */
export function makeLiveGazetteer(options: LiveOptions): LiveGazetteer {
  let present: InForce | undefined;
  let areasThen: unknown;
  let latest: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const { version, revision } = await readPointer(options.db, options.city);
    const areas = options.places.areas();
    if (present?.revision === revision && areasThen === areas) return;
    present = await load(options, version, revision);
    areasThen = areas;
  }

  // One after the other: whoever asks gets what was in the store when they asked.
  const refresh = () => (latest = latest.then(look, look));

  return {
    async current() {
      if (!present) await refresh();
      if (!present) throw new Error("The gazetteer was not built");
      return present;
    },
    refresh,
    watch() {
      // An embedded database has no other process.
      if (options.db.kind === "embedded") return () => undefined;
      const timer = setInterval(() => {
        refresh().catch((error: unknown) => options.log("The gazetteer could not be read", error));
      }, watchMs);
      return () => clearInterval(timer);
    },
  };
}

async function load(
  { db, city, places, build }: LiveOptions,
  version: number | undefined,
  revision: number,
): Promise<InForce> {
  const [versions, corrections, loaded] = await Promise.all([
    listVersions(db, city),
    readCorrections(db, city),
    version === undefined ? nothing : readVersion(db, city, version),
  ]);
  const valid = corrections.filter(({ undone_at }) => undone_at === null);
  const { data: corrected, fates } = await inSlices(correct(loaded, valid));
  const data = { ...corrected, areas: [...namedAreas(places), ...corrected.areas] };
  return {
    revision,
    version: versions.find((one) => one.version === version),
    data,
    gazetteer: await inSlices(build(data)),
    corrections,
    fates,
  };
}

const nothing: GazetteerData = { roads: [], places: [], doors: [], areas: [] };
