/**
 * The square world of spherical Mercator (EPSG:3857), on which map tiles are cut: x and y run from 0 to 1, from the west
 * and from the north. Latitudes beyond 85° are taken as 85°.
 */
export function worldOf(lng: number, lat: number): readonly [x: number, y: number] {
  const radians = (Math.max(-85, Math.min(85, lat)) * Math.PI) / 180;
  return [(lng + 180) / 360, (1 - Math.log(Math.tan(radians) + 1 / Math.cos(radians)) / Math.PI) / 2];
}

/** And back to degrees, WGS 84. */
export function degreesOf(x: number, y: number): readonly [lng: number, lat: number] {
  return [x * 360 - 180, (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI];
}
