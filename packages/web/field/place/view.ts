import { metresBetween, type Point } from "../pack/index.ts";

/** A window onto the city: its middle, and how many metres one pixel is. */
export interface View {
  readonly center: Point;
  readonly scale: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const degree = 111_320;
const eastOf = (lat: number): number => degree * Math.cos((lat * Math.PI) / 180);

/** Where a point stands in the window, in pixels from its corner. */
export function toPixels({ center, scale }: View, { width, height }: Size, { lng, lat }: Point): [number, number] {
  return [
    width / 2 + ((lng - center.lng) * eastOf(center.lat)) / scale,
    height / 2 - ((lat - center.lat) * degree) / scale,
  ];
}

/** The point under a pixel. Six decimals are a tenth of a metre. */
export function toPoint({ center, scale }: View, { width, height }: Size, x: number, y: number): Point {
  const round = (value: number) => Math.round(value * 1e6) / 1e6;
  return {
    lng: round(center.lng + ((x - width / 2) * scale) / eastOf(center.lat)),
    lat: round(center.lat - ((y - height / 2) * scale) / degree),
  };
}

/** The window moved by pixels. */
export const moved = (view: View, dx: number, dy: number): View => ({
  ...view,
  center: toPoint(view, { width: 0, height: 0 }, -dx, -dy),
});

/** From a street corner to the whole district. */
const scales = { least: 0.15, most: 40 };

/** The window nearer or farther, the same point in its middle. */
export const zoomed = (view: View, factor: number): View => ({
  ...view,
  scale: Math.min(scales.most, Math.max(scales.least, view.scale * factor)),
});

/** Metres a pixel: nearer nobody would know where it is. */
const nearest = 2;

/**
 * The window that shows all of these points; undefined where there are none, or no window.
 * @param margin pixels that their marks need at the edge
 */
export function aroundAll(points: readonly Point[], { width, height }: Size, margin = 0): View | undefined {
  if (points.length === 0 || width === 0 || height === 0) return undefined;
  const { west, south, east, north } = boxOf(points.map(({ lng, lat }) => [lng, lat]));
  const center: Point = { lng: (west + east) / 2, lat: (south + north) / 2 };
  const wide = ((east - west) * eastOf(center.lat)) / Math.max(1, width - 2 * margin);
  const high = ((north - south) * degree) / Math.max(1, height - 2 * margin);
  // A little air around.
  return zoomed({ center, scale: 1 }, Math.max(nearest, 1.12 * Math.max(wide, high)));
}

/** Whether a line comes near the window: its box does. */
export function nearView(view: View, size: Size, line: readonly (readonly number[])[]): boolean {
  const reach = (Math.hypot(size.width, size.height) / 2) * view.scale * 1.1;
  const { west, south, east, north } = boxOf(line);
  const { center } = view;
  const closest: Point = {
    lng: Math.min(east, Math.max(west, center.lng)),
    lat: Math.min(north, Math.max(south, center.lat)),
  };
  return metresBetween(closest, center) <= reach;
}

function boxOf(line: readonly (readonly number[])[]) {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = 0, lat = 0] of line) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return { west, south, east, north };
}
