/** The square of a level of the world (2^level a side, spherical Mercator) that holds a point: west,south,east,north. */
export function squareAround(lng: number, lat: number, level: number): string {
  const side = 2 ** level;
  const radians = (lat * Math.PI) / 180;
  const column = Math.floor(((lng + 180) / 360) * side);
  const row = Math.floor(((1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2) * side);
  const north = latitude(row / side);
  const south = latitude((row + 1) / side);
  return [(column / side) * 360 - 180, south, ((column + 1) / side) * 360 - 180, north]
    .map((one) => one.toFixed(6))
    .join(",");
}

const latitude = (y: number): number => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
