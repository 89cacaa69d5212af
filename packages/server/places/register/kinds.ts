import type { Words } from "@xiuhua/core/procedure";
import { sql, type Sql } from "../../store/index.ts";

/** What is kept by version: areas (区划), unit grid cells (单元网格), responsibility grids (责任网格). */
export const kinds = ["areas", "cells", "responsibilityGrids"] as const;
export type Kind = (typeof kinds)[number];

export const titles: Readonly<Record<Kind, Words>> = {
  areas: { zh: "区划", en: "areas" },
  cells: { zh: "单元网格", en: "unit grid" },
  responsibilityGrids: { zh: "责任网格", en: "responsibility grids" },
};

/** A kind's table, and what makes a row of it another one: each column, by the draft's column that it comes from. */
interface Register {
  readonly table: Sql;
  readonly columns: Readonly<Partial<Record<DraftColumn, Sql>>>;
}
type DraftColumn = "parent" | "level" | "name" | "schematic" | "collector" | "unit" | "cells" | "outline";

const [name, outline] = [sql.id("name"), sql.id("outline")];

export const registers: Readonly<Record<Kind, Register>> = {
  areas: {
    table: sql.id("area"),
    columns: { parent: sql.id("parent"), level: sql.id("level"), name, schematic: sql.id("schematic"), outline },
  },
  cells: { table: sql.id("grid_cell"), columns: { parent: sql.id("area"), outline } },
  responsibilityGrids: {
    table: sql.id("responsibility_grid"),
    columns: { name, collector: sql.id("collector"), unit: sql.id("unit"), cells: sql.id("cells") },
  },
};

/** A register's columns, and the draft's that they come from, in the same order. */
export function columnsOf(kind: Kind): readonly { readonly column: Sql; readonly ofDraft: string }[] {
  return Object.entries(registers[kind].columns).map(([ofDraft, column]) => ({ column, ofDraft }));
}

export const comma = sql`, `;
