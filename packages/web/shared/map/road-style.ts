import type { FilterSpecification, LayerSpecification } from "maplibre-gl";
import { byZoom } from "./by-zoom.ts";
import type { Ink } from "./ink.ts";

const roads = { source: "base", "source-layer": "roads" } as const;
const ofRank = (rank: number): FilterSpecification => ["==", ["get", "rank"], rank];

/** Pixels from kerb to kerb at zoom 12, 15 and 18, main roads first; lanes only come close by. */
const widths = [
  [2.2, 8, 38],
  [1.6, 6, 30],
  [1, 4, 22],
  [0.5, 2.2, 13],
] as const;

/** Roads as they are on paper: the edges of all below the surfaces of all, so that crossings stay open. */
export function roadLayers(ink: Ink): LayerSpecification[] {
  const ranks = [4, 3, 2, 1] as const;
  const layer = (rank: (typeof ranks)[number], part: "edge" | "surface"): LayerSpecification => {
    const [far, middle, near] = widths[rank - 1] ?? widths[3];
    const more = part === "edge" ? 1.6 : 0;
    return {
      id: `road-${part}-${rank}`,
      type: "line",
      ...roads,
      filter: ofRank(rank),
      layout: { "line-cap": "round", "line-join": "round" },
      paint: {
        "line-color": part === "edge" ? (ink.kerbs[rank - 1] ?? ink.kerbs[3]) : ink.road,
        "line-width": byZoom([9, 0.4 + more / 4], [12, far + more / 2], [15, middle + more], [18, near + more]),
      },
    };
  };
  return [...ranks.map((rank) => layer(rank, "edge")), ...ranks.map((rank) => layer(rank, "surface"))];
}
