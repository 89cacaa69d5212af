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

/** The window that shows all of these points; undefined where there are none. */
export function aroundAll(points: readonly Point[], size: Size): View | undefined {
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
  const least: Point = {
    lng: lngs.reduce((one, other) => Math.min(one, other), Infinity),
    lat: lats.reduce((one, other) => Math.min(one, other), Infinity),
  };
  const most: Point = {
    lng: lngs.reduce((one, other) => Math.max(one, other), -Infinity),
    lat: lats.reduce((one, other) => Math.max(one, other), -Infinity),
  };
  if (!Number.isFinite(least.lng) || size.width === 0 || size.height === 0) return undefined;
  const center: Point = { lng: (least.lng + most.lng) / 2, lat: (least.lat + most.lat) / 2 };
  const wide = ((most.lng - least.lng) * eastOf(center.lat)) / size.width;
  const high = ((most.lat - least.lat) * degree) / size.height;
  // A little air around.
  return zoomed({ center, scale: 1 }, Math.max(nearest, 1.12 * Math.max(wide, high)));
}

/** Whether a line comes near the window: its box does. */
export function nearView(
  view: View,
  size: Size,
  line: readonly (readonly [number, number] | readonly number[])[],
): boolean {
  const reach = (Math.hypot(size.width, size.height) / 2) * view.scale * 1.1;
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [lng = 0, lat = 0] of line) {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  const { center } = view;
  const nearest: Point = {
    lng: Math.min(east, Math.max(west, center.lng)),
    lat: Math.min(north, Math.max(south, center.lat)),
  };
  return metresBetween(nearest, center) <= reach;
}
