import type { ExpressionSpecification } from "maplibre-gl";

type Stop = readonly [zoom: number, value: number];

/** A width or size that grows with the zoom, as streets do on the screen. */
export function byZoom(first: Stop, ...others: readonly Stop[]): ExpressionSpecification {
  return ["interpolate", ["exponential", 1.5], ["zoom"], ...first, ...others.flat()];
}
