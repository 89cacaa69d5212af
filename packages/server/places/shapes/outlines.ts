import type { MultiPolygon, Polygon, Position } from "geojson";
import { Growing } from "./growing.ts";

/** What a shape is bounded by, in degrees: west, south, east, north. */
export type Box = readonly [west: number, south: number, east: number, north: number];

/** Outlines of many shapes in typed arrays: 16 bytes a corner, where the objects of GeoJSON take about a hundred. */
export interface Outlines {
  readonly count: number;
  /** lng, lat, lng, lat … of all rings, one after the other; each is closed. */
  readonly coordinates: Float64Array;
  /** The corner with which each ring begins, and at last where the last one ends. */
  readonly rings: Uint32Array;
  /** The ring with which each shape begins, and at last how many rings there are. */
  readonly shapes: Uint32Array;
  /** 1 for the outer ring of a polygon; its holes follow it. */
  readonly outer: Uint8Array;
  /** West, south, east, north of each shape. */
  readonly bounds: Float64Array;
}

/** Gathers outlines one by one. */
export class OutlineBuilder {
  readonly #coordinates = new Growing(Float64Array);
  readonly #rings = new Growing(Uint32Array);
  readonly #shapes = new Growing(Uint32Array);
  readonly #outer = new Growing(Uint8Array);
  readonly #bounds = new Growing(Float64Array);
  #box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];

  /** Begins the next shape; its rings follow. */
  shape(): void {
    this.#endShape();
    this.#shapes.push(this.#rings.length);
    this.#box = [Infinity, Infinity, -Infinity, -Infinity];
  }

  /** Begins a ring of the shape; its corners follow, the first of them once more at the end. */
  ring(outer: boolean): void {
    this.#rings.push(this.#coordinates.length / 2);
    this.#outer.push(outer ? 1 : 0);
  }

  corner(lng: number, lat: number): void {
    this.#coordinates.push(lng);
    this.#coordinates.push(lat);
    const box = this.#box;
    if (lng < box[0]) box[0] = lng;
    if (lat < box[1]) box[1] = lat;
    if (lng > box[2]) box[2] = lng;
    if (lat > box[3]) box[3] = lat;
  }

  add(outline: Polygon | MultiPolygon): void {
    this.shape();
    for (const polygon of outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates)
      polygon.forEach((ring, at) => {
        this.ring(at === 0);
        for (const [lng = NaN, lat = NaN] of ring) this.corner(lng, lat);
      });
  }

  done(): Outlines {
    this.#endShape();
    const count = this.#shapes.length;
    this.#shapes.push(this.#rings.length);
    this.#rings.push(this.#coordinates.length / 2);
    return {
      count,
      coordinates: this.#coordinates.done(),
      rings: this.#rings.done(),
      shapes: this.#shapes.done(),
      outer: this.#outer.done(),
      bounds: this.#bounds.done(),
    };
  }

  #endShape(): void {
    if (this.#shapes.length > 0) for (const edge of this.#box) this.#bounds.push(edge);
  }
}

export function outlinesOf(list: readonly (Polygon | MultiPolygon)[]): Outlines {
  const builder = new OutlineBuilder();
  for (const outline of list) builder.add(outline);
  return builder.done();
}

export function boxOf({ bounds }: Outlines, shape: number): Box {
  const at = shape * 4;
  return [bounds[at] ?? NaN, bounds[at + 1] ?? NaN, bounds[at + 2] ?? NaN, bounds[at + 3] ?? NaN];
}

/** A shape as GeoJSON, made when somebody wants to see it. */
export function outlineOf({ coordinates, rings, shapes, outer }: Outlines, shape: number): Polygon | MultiPolygon {
  const polygons: Position[][][] = [];
  for (let ring = shapes[shape] ?? 0; ring < (shapes[shape + 1] ?? 0); ring += 1) {
    const corners: Position[] = [];
    for (let at = (rings[ring] ?? 0) * 2; at < (rings[ring + 1] ?? 0) * 2; at += 2)
      corners.push([coordinates[at] ?? NaN, coordinates[at + 1] ?? NaN]);
    if (outer[ring] === 1) polygons.push([corners]);
    else polygons.at(-1)?.push(corners);
  }
  const [only] = polygons;
  return polygons.length === 1 && only
    ? { type: "Polygon", coordinates: only }
    : { type: "MultiPolygon", coordinates: polygons };
}
