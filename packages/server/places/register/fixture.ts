import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Geometry, Position } from "geojson";
import { chinaWorkingTime, createCity } from "../../city/index.ts";
import type { Database } from "../../store/index.ts";
import { defaultPlaceSettings, loadFile, type FileOptions, type Kind, type LoadedPlaces } from "./index.ts";

export interface Feature {
  readonly type: "Feature";
  readonly properties: Readonly<Record<string, unknown>>;
  readonly geometry: Geometry | null;
}

/** The same with every position somewhere else. */
export const moved = (features: readonly Feature[], move: (lng: number, lat: number) => Position): Feature[] =>
  features.map((one) =>
    one.geometry?.type === "Polygon"
      ? feature(
          one.properties,
          ...one.geometry.coordinates.map((ring) => ring.map(([lng = 0, lat = 0]) => move(lng, lat))),
        )
      : one,
  );

/** About 100 m. */
export const step: readonly [lng: number, lat: number] = [0.0011, 0.0009];
const corner: readonly [lng: number, lat: number] = [113.26, 35.21];

/** A rectangle in steps east and south of the town's north-western corner. */
export function box(x: number, y: number, width: number, height: number): Position[] {
  const at = (east: number, south: number): Position => [corner[0] + east * step[0], corner[1] - south * step[1]];
  return [at(x, y), at(x, y + height), at(x + width, y + height), at(x + width, y), at(x, y)];
}

export const feature = (properties: Feature["properties"], ...rings: Position[][]): Feature => ({
  type: "Feature",
  properties,
  geometry: { type: "Polygon", coordinates: rings },
});

/** A city of one district of one sub-district of two communities, side by side, each of 4 × 4 cells. */
export const areas: readonly Feature[] = [
  feature({ code: "4108", name: "焦作市" }, box(0, 0, 8, 4)),
  feature({ code: "410811", name: "山阳区" }, box(0, 0, 8, 4)),
  feature({ code: "410811002", name: { zh: "东方红街道", en: "Dongfanghong" } }, box(0, 0, 8, 4)),
  feature({ code: "410811002001", name: "西社区", name_en: "West" }, box(0, 0, 4, 4)),
  feature({ code: "410811002002", name: "东社区", name_en: "East" }, box(4, 0, 4, 4)),
];

export const cellCode = (x: number, y: number): string =>
  `41081100200${x < 4 ? 1 : 2}${String(y * 4 + (x % 4) + 1).padStart(3, "0")}`;

export const cells: readonly Feature[] = Array.from({ length: 32 }, (_, at) => {
  const [x, y] = [at % 8, Math.floor(at / 8)];
  return feature({ GRIDCODE: cellCode(x, y) }, box(x, y, 1, 1));
});

/** Everything but the cell, and something in its stead. */
export const replacing = (code: string, ...others: Feature[]): Feature[] => [
  ...cells.filter(({ properties }) => properties["GRIDCODE"] !== code),
  ...others,
];

/** A city to load into, and how. */
export async function makeTown(db: Database, city = "4108") {
  const folder = await mkdtemp(join(tmpdir(), "xiuhua-register-"));
  await createCity(db, {
    code: city,
    name: { zh: "焦作市", en: "Jiaozuo" },
    demo: false,
    workingTime: chinaWorkingTime,
  });
  let files = 0;
  let now = Date.UTC(2026, 2, 1);
  /** Each load a day later than the one before. */
  async function load(
    kind: Kind,
    content: readonly Feature[] | string,
    options: Partial<FileOptions> = {},
  ): Promise<LoadedPlaces> {
    const path = join(folder, `${(files += 1)}.geojson`);
    await writeFile(
      path,
      typeof content === "string" ? content : JSON.stringify({ type: "FeatureCollection", features: content }),
    );
    now += 24 * 3600 * 1000;
    return loadFile(db, {
      city,
      kind,
      path,
      settings: defaultPlaceSettings,
      datum: "wgs84",
      origin: { at: now, by: "test" },
      tolerance: 1,
      partial: false,
      outcome: "enforce",
      ...options,
    });
  }
  return { folder, load, now: () => now, drop: () => rm(folder, { recursive: true, force: true }) };
}
