import type { Database } from "../store/index.ts";
import { loadAreas, type Areas } from "./areas.ts";
import { loadCells, type Cells } from "./cells.ts";
import { loadGrids, type ResponsibilityGrid } from "./grids.ts";
import { makePlaces, type Places } from "./places.ts";
import { versionsInForce } from "./register/index.ts";

/** The places of a city that is being served: they change while requests are answered, each sees the old ones or the new. */
export interface LivePlaces extends Places {
  /** Which versions are in force: another text, other places. */
  version(): string;
  /** Looks whether another version is in force, and takes it up. Until it is ready the old one answers. */
  refresh(): Promise<void>;
  /** Looks every few seconds, for what other processes load. @returns how to stop */
  watch(): () => void;
}

export interface LivePlacesOptions {
  readonly db: Database;
  readonly city: string;
  readonly log: (message: string, error: unknown) => void;
}

/** Milliseconds between two looks at three small rows. Our own choice. */
const watchMs = 5_000;

interface Present {
  readonly versions: Awaited<ReturnType<typeof versionsInForce>>;
  readonly areas: Areas;
  readonly cells: Cells;
  readonly grids: ReadonlyMap<string, ResponsibilityGrid>;
}

/** Loads them, and keeps them as they are in force. */
export async function makeLivePlaces({ db, city, log }: LivePlacesOptions): Promise<LivePlaces> {
  let present = await load(db, city);
  let places = placesOf(present);
  let latest: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    const versions = await versionsInForce(db, city);
    const { areas, cells, responsibilityGrids } = present.versions;
    if (versions.areas === areas && versions.cells === cells && versions.responsibilityGrids === responsibilityGrids)
      return;
    present = await load(db, city, versions, present);
    places = placesOf(present);
  }

  // One after the other: whoever asks gets what was in the store when they asked.
  const refresh = () => (latest = latest.then(look, look));

  return {
    locate: (lng, lat) => places.locate(lng, lat),
    area: (code) => places.area(code),
    areas: () => places.areas(),
    cell: (code) => places.cell(code),
    cells: (box, limit) => places.cells(box, limit),
    grid: (cell) => places.grid(cell),
    cellsIn: (area, limit) => places.cellsIn(area, limit),
    cellsOf: (collector) => places.cellsOf(collector),
    edition: () => places.edition(),
    version: () => JSON.stringify(present.versions),
    refresh,
    watch() {
      const timer = setInterval(() => {
        refresh().catch((error: unknown) => log("The areas and the grid could not be read", error));
      }, watchMs);
      return () => clearInterval(timer);
    },
  };
}

/** @param before what need not be read again */
async function load(db: Database, city: string, versions?: Present["versions"], before?: Present): Promise<Present> {
  // The numbers first: what comes into force while the rest is read is seen at the next look.
  const now = versions ?? (await versionsInForce(db, city));
  const kept = (kind: keyof Present["versions"]): Present | undefined =>
    before && before.versions[kind] === now[kind] ? before : undefined;
  return {
    versions: now,
    areas: kept("areas")?.areas ?? (await loadAreas(db, city)),
    cells: kept("cells")?.cells ?? (await loadCells(db, city)),
    grids: kept("responsibilityGrids")?.grids ?? (await loadGrids(db, city)),
  };
}

const placesOf = ({ areas, cells, grids }: Present): Places => makePlaces(areas, cells, grids);
