import type { ExpressionSpecification, LayerSpecification } from "maplibre-gl";
import type { CoverageReport } from "@xiuhua/server/api";
import type { Ink } from "../../../shared/map/index.ts";

/** From how many points on a cell is tinted deeper: passed through, looked at, walked for long. */
export const depths = [
  [1, 0.22],
  [4, 0.4],
  [16, 0.58],
] as const;

const codes = (all: readonly string[]): ExpressionSpecification => ["in", ["get", "code"], ["literal", [...all]]];

/** What was walked: cells close by; from afar the areas within, the deeper the more of their cells. */
export function coverageLayers(ink: Ink, { rows, areas }: CoverageReport): LayerSpecification[] {
  if (rows) {
    return depths.map(([from, opacity], index): LayerSpecification => {
      const below = depths[index + 1]?.[0] ?? Infinity;
      const walked = rows.filter(({ points }) => points >= from && points < below);
      return {
        id: `street-walked-${from}`,
        type: "fill",
        source: "base",
        "source-layer": "cells",
        minzoom: 14,
        filter: codes(walked.map(({ cell }) => cell)),
        paint: { "fill-color": ink.own, "fill-opacity": opacity, "fill-outline-color": ink.own },
      };
    });
  }
  const shares: (string | number)[] = areas.flatMap(({ area, cells, covered }) => [
    area.id,
    cells === 0 ? 0 : 0.06 + 0.6 * (covered / cells),
  ]);
  const [first, second, ...more] = shares;
  if (typeof first !== "string" || typeof second !== "number") return [];
  const opacity: ExpressionSpecification = ["match", ["get", "code"], first, second, ...more, 0];
  return [
    {
      id: "street-areas",
      type: "fill",
      source: "base",
      "source-layer": "areas",
      filter: codes(areas.map(({ area }) => area.id)),
      paint: { "fill-color": ink.own, "fill-opacity": opacity },
    },
  ];
}
