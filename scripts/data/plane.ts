/** Plane geometry on convex rings in degrees: enough to draw a schematic city by cutting it up. */

export type Point = readonly [lng: number, lat: number];
/** Open ring, counter-clockwise: the last point is not the first again. */
export type Ring = readonly Point[];

/** A degree of longitude is this much shorter than one of latitude at 35.22° N. */
export const shrink = Math.cos((35.22 * Math.PI) / 180);
/** Metres in a degree of latitude (the WGS 84 meridian at 35° N, to the metre). */
export const metresPerDegree = 110_941;

const round = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;
export const rounded = ([lng, lat]: Point): Point => [round(lng), round(lat)];

/** Twice the signed area, in square degrees of latitude. */
function doubleArea(ring: Ring): number {
  return ring.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = ring[(at + 1) % ring.length] ?? [x, y];
    return sum + shrink * (x * nextY - nextX * y);
  }, 0);
}

/** Square metres. */
export const areaOf = (ring: Ring): number => (Math.abs(doubleArea(ring)) / 2) * metresPerDegree ** 2;

export function centreOf(ring: Ring): Point {
  const lng = ring.reduce((sum, [x]) => sum + x, 0) / ring.length;
  return [lng, ring.reduce((sum, [, y]) => sum + y, 0) / ring.length];
}

export function contains(ring: Ring, [x, y]: Point): boolean {
  let inside = false;
  for (const [at, [ax, ay]] of ring.entries()) {
    const [bx, by] = ring[(at + 1) % ring.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) inside = !inside;
  }
  return inside;
}

/** The part of the ring where `side` is not negative; `side` must be linear. New corners are rounded for both parts alike. */
function clip(ring: Ring, side: (point: Point) => number): Ring {
  return ring.flatMap((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a;
    const [sa, sb] = [side(a), side(b)];
    const kept = sa >= 0 ? [a] : [];
    if (sa * sb >= 0) return kept;
    // From the smaller corner to the greater, so that both parts compute the same point.
    const [p, q, sp, sq] = a < b ? [a, b, sa, sb] : [b, a, sb, sa];
    const share = sp / (sp - sq);
    return [...kept, rounded([p[0] + share * (q[0] - p[0]), p[1] + share * (q[1] - p[1])])];
  });
}

/** Cuts the ring by a line whose normal stands at `angle` (radians from east), so that the first part has `share` of it. */
export function cut(ring: Ring, angle: number, share: number): [Ring, Ring] {
  const [nx, ny] = [Math.cos(angle) * shrink, Math.sin(angle)];
  const depth = ([x, y]: Point): number => x * nx + y * ny;
  const depths = ring.map(depth);
  let [low, high] = [Math.min(...depths), Math.max(...depths)];
  const whole = areaOf(ring);
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (areaOf(clip(ring, (point) => middle - depth(point))) < whole * share) low = middle;
    else high = middle;
  }
  const line = (low + high) / 2;
  return [clip(ring, (point) => line - depth(point)), clip(ring, (point) => depth(point) - line)];
}

/** Width and height in metres of the box around the ring. */
export function sizeOf(ring: Ring): [number, number] {
  const span = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
  return [span(ring.map(([x]) => x)) * shrink * metresPerDegree, span(ring.map(([, y]) => y)) * metresPerDegree];
}

/**
 * Puts every corner that lies on an edge of the ring into that edge: rings that share a border then share its
 * corners too, and no rounding opens a gap between them.
 */
export function withCorners(ring: Ring, corners: readonly Point[]): Ring {
  const tolerance = 2e-6;
  const own = new Set(ring.map(String));
  return ring.flatMap((a, at) => {
    const b = ring[(at + 1) % ring.length] ?? a;
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const length = Math.hypot(dx, dy);
    const between = corners
      .filter((corner) => !own.has(String(corner)))
      .map((corner) => {
        const [x, y] = [corner[0] - a[0], corner[1] - a[1]];
        return { corner, along: (x * dx + y * dy) / length, off: Math.abs(x * dy - y * dx) / length };
      })
      .filter(({ along, off }) => off < tolerance && along > 0 && along < length)
      .toSorted((p, q) => p.along - q.along);
    return [a, ...between.map(({ corner }) => corner)];
  });
}
