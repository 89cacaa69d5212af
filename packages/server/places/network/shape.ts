import type { Position } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";

export type Line = readonly Position[];
export type Polygon = readonly Line[];

/** A geometry as far as a gazetteer tells geometries apart. */
export type Shape =
  | { readonly kind: "points"; readonly points: readonly Position[] }
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | { readonly kind: "polygons"; readonly polygons: readonly Polygon[] };

/** What is wrong with a geometry. */
export class ShapeError extends Error {
  readonly words: Words;

  constructor(words: Words) {
    super(words.en);
    this.name = "ShapeError";
    this.words = words;
  }
}

/** Reads a GeoJSON geometry. Heights are dropped. @throws ShapeError */
export function readShape(geometry: unknown): Shape {
  if (typeof geometry !== "object" || geometry === null || !("type" in geometry) || !("coordinates" in geometry))
    throw empty();
  const { type, coordinates } = geometry;
  switch (type) {
    case "Point":
      return { kind: "points", points: [readPosition(coordinates)] };
    case "MultiPoint":
      return { kind: "points", points: some(coordinates).map(readPosition) };
    case "LineString":
      return { kind: "lines", lines: [readLine(coordinates)] };
    case "MultiLineString":
      return { kind: "lines", lines: some(coordinates).map(readLine) };
    case "Polygon":
      return { kind: "polygons", polygons: [some(coordinates).map(readRing)] };
    case "MultiPolygon":
      return { kind: "polygons", polygons: some(coordinates).map((one) => some(one).map(readRing)) };
    default:
      throw new ShapeError({
        zh: `不支持的几何类型 ${String(type)}；请拆成 Point、LineString 或 Polygon。`,
        en: `the geometry ${String(type)} is not known here; take it apart into Point, LineString or Polygon.`,
      });
  }
}

/** Every position of a shape. */
export function positionsOf(shape: Shape): readonly Position[] {
  switch (shape.kind) {
    case "points":
      return shape.points;
    case "lines":
      return shape.lines.flat();
    case "polygons":
      return shape.polygons.flat(2);
  }
}

/** The same shape with other positions. */
export function mapShape(shape: Shape, to: (position: Position) => Position): Shape {
  switch (shape.kind) {
    case "points":
      return { kind: "points", points: shape.points.map(to) };
    case "lines":
      return { kind: "lines", lines: shape.lines.map((line) => line.map(to)) };
    case "polygons":
      return { kind: "polygons", polygons: shape.polygons.map((rings) => rings.map((ring) => ring.map(to))) };
  }
}

const empty = () =>
  new ShapeError({
    zh: "几何为空或没有长度。请补上坐标，或删除该要素。",
    en: "the geometry is empty or has no length; give it coordinates, or delete the feature.",
  });

function some(list: unknown): readonly unknown[] {
  if (!Array.isArray(list) || list.length === 0) throw empty();
  return list;
}

function readPosition(value: unknown): Position {
  const [lng, lat]: readonly unknown[] = Array.isArray(value) ? value : [];
  if (typeof lng === "number" && typeof lat === "number" && Number.isFinite(lng) && Number.isFinite(lat))
    return [lng, lat];
  throw new ShapeError({
    zh: `坐标应为 [经度, 纬度]，此处是 ${shown(value)}。`,
    en: `a position is [longitude, latitude]; here it is ${shown(value)}.`,
  });
}

/** A line without positions that only repeat the one before. */
function readLine(value: unknown): Line {
  const line = some(value)
    .map(readPosition)
    .filter(([lng, lat], at, all) => lng !== all[at - 1]?.[0] || lat !== all[at - 1]?.[1]);
  if (line.length < 2) throw empty();
  return line;
}

/** A ring, closed if the file forgot to. */
function readRing(value: unknown): Line {
  const ring = readLine(value);
  const [first, last] = [ring[0], ring.at(-1)];
  const closed = first && last && (first[0] !== last[0] || first[1] !== last[1]) ? [...ring, first] : ring;
  if (closed.length < 4) throw empty();
  return closed;
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? "undefined";
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
