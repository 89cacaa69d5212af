import type { Gazetteer, GazetteerData, NamedArea } from "@xiuhua/core/place";
import type { GazetteerVersion } from "../../api/index.ts";
import type { Database } from "../../store/index.ts";
import { correct, type Fate } from "./correct.ts";
import { readCorrections, type KeptCorrection } from "./corrections.ts";
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
  /** Looks every few seconds, for what other processes load. @returns how to stop */
  watch(): () => void;
}

export interface LiveOptions {
  readonly db: Database;
  readonly city: string;
  /** The city's areas, for the names of districts in front of a place. */
  readonly areas: () => readonly NamedArea[];
  readonly build: (data: GazetteerData) => Gazetteer;
  readonly log: (message: string, error: unknown) => void;
}

/** Milliseconds between two looks at one small row. Our own choice. */
const watchMs = 5_000;

/** The gazetteer in memory. It changes while requests are answered: each sees the old one or the new one, whole. */
export function makeLiveGazetteer(options: LiveOptions): LiveGazetteer {
  let present: InForce | undefined;
  let latest: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const { version, revision } = await readPointer(options.db, options.city);
    if (present?.revision === revision) return;
    present = await load(options, version, revision);
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
      const timer = setInterval(() => {
        refresh().catch((error: unknown) => options.log("The gazetteer could not be read", error));
      }, watchMs);
      return () => clearInterval(timer);
    },
  };
}

async function load(
  { db, city, areas, build }: LiveOptions,
  version: number | undefined,
  revision: number,
): Promise<InForce> {
  const [versions, corrections, loaded] = await Promise.all([
    listVersions(db, city),
    readCorrections(db, city),
    version === undefined ? nothing : readVersion(db, city, version),
  ]);
  const valid = corrections.filter(({ undone_at }) => undone_at === null);
  const { data: corrected, fates } = correct(loaded, valid);
  const data = { ...corrected, areas: [...areas(), ...corrected.areas] };
  return {
    revision,
    version: versions.find((one) => one.version === version),
    data,
    gazetteer: build(data),
    corrections,
    fates,
  };
}

const nothing: GazetteerData = { roads: [], places: [], doors: [], areas: [] };
