import type { Words } from "@xiuhua/core/procedure";
import { sql } from "../../store/index.ts";
import { load, type Entry, type LoadedPlaces, type PlaceSettings } from "../register/index.ts";
import type { Store } from "../register/load.ts";
import { cutArea, leavesOf } from "./cut.ts";

/** The grid cannot be made as it was asked for; nothing was changed. */
export class GridProblem extends Error {
  readonly words: Words;

  constructor(zh: string, en: string) {
    super(`${en} ${zh}`);
    this.name = "GridProblem";
    this.words = { zh, en };
  }
}

export interface MakeOptions {
  readonly city: string;
  readonly settings: PlaceSettings;
  /** Cut this area and what lies below it; the city's own code for all. */
  readonly area: string;
  /** About how long a cell's side shall be, in metres. */
  readonly size: number;
  /** Retire the cells that are there; else there must be none. */
  readonly replace: boolean;
  readonly outcome: "enforce" | "keep" | "nothing";
  readonly at: number;
  readonly by: string;
  readonly onProgress?: (areas: number, total: number) => void;
}

/**
 * A grid for a city that has none: each of its smallest areas cut into rows of cells, through the same checks as a file.
 * @throws GridProblem
 */
export async function makeGrid(db: Store, options: MakeOptions): Promise<LoadedPlaces> {
  const { city, area, size, settings, at, by, outcome } = options;
  const leaves = await leavesOf(db, city, area);
  if (leaves.length === 0)
    throw new GridProblem(
      `没有区划 ${area}，或它没有边界。请先用 xiuhua import areas 导入区划。`,
      `There is no area ${area}, or it has no outline. Import the areas first (xiuhua import areas).`,
    );
  const [there] = await db.query<{ count: number }>(sql`
    select count(*) as count from grid_cell where city = ${city} and valid_to is null and starts_with(code, ${area})`);
  if (!options.replace && (there?.count ?? 0) > 0)
    throw new GridProblem(
      `${area} 已有 ${there?.count} 个网格。要重新划分请加 --replace：原有的将停用，编码不再使用。`,
      `${area} has ${there?.count} cells already. To cut it anew add --replace: those are retired, and their codes with them.`,
    );
  const digits = settings.cellCodeDigits - 12;
  async function* entries(): AsyncGenerator<Entry, void, void> {
    let count = 0;
    for (const [done, leaf] of leaves.entries()) {
      const firstSerial = (await highestSerial(db, city, leaf.code)) + 1;
      const cells = await cutArea(db, city, leaf, { size, firstSerial, digits });
      const last = firstSerial + cells.length - 1;
      if (last >= 10 ** digits) throw tooMany(leaf.code, cells.length, firstSerial, size, digits);
      for (const cell of cells) yield { ...cell, at: (count += 1) };
      options.onProgress?.(done + 1, leaves.length);
    }
  }
  return load(
    db,
    {
      city,
      kind: "cells",
      settings,
      source: `grid make ${area} ${size} m`,
      origin: { at, by },
      // Only what was asked for is replaced.
      within: area,
      tolerance: 1,
      partial: true,
      outcome,
    },
    entries(),
  );
}

/** The highest serial that a community ever gave away; 0 where it gave none. */
async function highestSerial(db: Store, city: string, area: string): Promise<number> {
  const [row] = await db.query<{ last: number | null }>(sql`
    select max(substr(code, 13)::bigint) as last from grid_cell
    where city = ${city} and starts_with(code, ${area.padEnd(12, "0")})`);
  return row?.last ?? 0;
}

function tooMany(area: string, cells: number, first: number, size: number, digits: number): GridProblem {
  const room = 10 ** digits - first;
  const enough = Math.ceil((size * Math.sqrt(cells / Math.max(room, 1)) * 1.05) / 10) * 10;
  return new GridProblem(
    `区划 ${area} 要划 ${cells} 个网格，编码只够 ${room} 个。请用更大的边长，如 --area ${area} --size ${enough}。`,
    `Area ${area} needs ${cells} cells, and there are codes for ${room}. Make them larger: --area ${area} --size ${enough}.`,
  );
}
