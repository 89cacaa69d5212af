export interface Point {
  readonly lng: number;
  readonly lat: number;
}

type Ring = readonly (readonly number[])[];
export type Polygons = readonly (readonly Ring[])[];

/** Whether a point lies in one of the polygons, outside their holes: crossings of a ray to the east are counted. */
export function within({ lng, lat }: Point, polygons: Polygons): boolean {
  return polygons.some((rings) => rings.reduce((inside, ring) => inside !== crossesOddly(ring, lng, lat), false));
}

function crossesOddly(ring: Ring, lng: number, lat: number): boolean {
  let odd = false;
  for (const [at, [x = 0, y = 0]] of ring.entries()) {
    const [px = 0, py = 0] = ring[at === 0 ? ring.length - 1 : at - 1] ?? [];
    if (y > lat !== py > lat && lng < ((px - x) * (lat - y)) / (py - y) + x) odd = !odd;
  }
  return odd;
}

const degree = 111_320;

/** Metres between two points of a city. */
export function metresBetween(one: Point, other: Point): number {
  const east = (one.lng - other.lng) * degree * Math.cos((((one.lat + other.lat) / 2) * Math.PI) / 180);
  return Math.hypot(east, (one.lat - other.lat) * degree);
}
