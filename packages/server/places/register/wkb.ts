import type { MultiPolygon, Polygon } from "geojson";

/** WKB of little-endian, as hexadecimal digits: what `st_geomfromwkb(decode(…, 'hex'))` takes without loss. */
export function toWkb(outline: Polygon | MultiPolygon): string {
  const polygons = outline.type === "Polygon" ? [outline.coordinates] : outline.coordinates;
  const sizes = polygons.map((rings) => rings.reduce((sum, ring) => sum + 4 + ring.length * 16, 9));
  const multi = outline.type === "MultiPolygon";
  const bytes = Buffer.allocUnsafe(sizes.reduce((sum, size) => sum + size, multi ? 9 : 0));
  let at = multi ? header(bytes, 0, 6, polygons.length) : 0;
  for (const rings of polygons) {
    at = header(bytes, at, 3, rings.length);
    for (const ring of rings) {
      at = bytes.writeUInt32LE(ring.length, at);
      for (const [lng = NaN, lat = NaN] of ring) at = bytes.writeDoubleLE(lat, bytes.writeDoubleLE(lng, at));
    }
  }
  return bytes.toString("hex");
}

function header(bytes: Buffer, at: number, type: number, count: number): number {
  return bytes.writeUInt32LE(count, bytes.writeUInt32LE(type, bytes.writeUInt8(1, at)));
}
