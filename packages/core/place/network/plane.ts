import CheapRuler from "cheap-ruler";
import type { Position } from "../feature.ts";
import { each, type Steps } from "../steps.ts";
import type { Point } from "./geometry.ts";

/**
 * A flat map in metres around a place, x to the east, y to the north. Within a city (half a degree of latitude) its
 * scale is true to a percent, so to half a metre in an offset of fifty.
 */
export class Plane {
  readonly #origin: Position;
  readonly #ruler: CheapRuler;

  constructor(origin: Position) {
    this.#origin = origin;
    this.#ruler = new CheapRuler(origin[1], "meters");
  }

  point([lng, lat]: Position): Point {
    return { x: (lng - this.#origin[0]) * this.#ruler.kx, y: (lat - this.#origin[1]) * this.#ruler.ky };
  }

  /** Rounded to the centimetre: more figures would claim what nobody measured. */
  position({ x, y }: Point): Position {
    const lng = this.#origin[0] + x / this.#ruler.kx;
    const lat = this.#origin[1] + y / this.#ruler.ky;
    return [Math.round(lng * 1e7) / 1e7, Math.round(lat * 1e7) / 1e7];
  }
}

const positionsAStep = 10_000;

/** The plane around the middle of all positions. */
export function* planeAround(positions: Iterable<Position>): Steps<Plane> {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  const widen = ([lng, lat]: Position) => {
    west = Math.min(west, lng);
    east = Math.max(east, lng);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  };
  yield* each(positions, widen, positionsAStep);
  return new Plane(west > east ? [0, 0] : [(west + east) / 2, (south + north) / 2]);
}
