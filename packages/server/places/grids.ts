import type { Words } from "@xiuhua/core/procedure";
import { sql, type Queryable } from "../store/index.ts";

/** A responsibility grid (责任网格): a group of unit cells, and who looks after it. */
export interface ResponsibilityGrid {
  readonly code: string;
  readonly name: Words;
  /** A person's id. */
  readonly collector?: string;
  /** A unit's id. */
  readonly unit?: string;
}

/** Responsibility grids in force, by the codes of their cells. */
export async function loadGrids(db: Queryable, city: string): Promise<ReadonlyMap<string, ResponsibilityGrid>> {
  const rows = await db.query<{
    code: string;
    name: Words;
    collector: string | null;
    unit: string | null;
    cells: string[];
  }>(sql`
    select code, name, collector, unit, cells from responsibility_grid
    where city = ${city} and valid_to is null order by code`);
  const byCell = new Map<string, ResponsibilityGrid>();
  for (const { code, name, collector, unit, cells } of rows) {
    const grid = { code, name, ...(collector === null ? {} : { collector }), ...(unit === null ? {} : { unit }) };
    for (const cell of cells) byCell.set(cell, grid);
  }
  return byCell;
}
