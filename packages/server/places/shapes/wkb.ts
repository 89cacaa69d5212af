import type { OutlineBuilder } from "./outlines.ts";

const polygon = 3;
const multiPolygon = 6;

/**
 * Adds a shape in the form `st_asbinary(outline, 'NDR')` gives: polygons and multipolygons of two dimensions.
 * @throws on anything else: the store holds nothing else
 */
export function addWkb(builder: OutlineBuilder, bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  const integer = (): number => {
    at += 4;
    return view.getUint32(at - 4, true);
  };
  const double = (): number => {
    at += 8;
    return view.getFloat64(at - 8, true);
  };
  const header = (): number => {
    if (view.getUint8(at) !== 1) throw new Error("WKB must be little-endian");
    at += 1;
    return integer();
  };
  const addPolygon = (): void => {
    const rings = integer();
    for (let ring = 0; ring < rings; ring += 1) {
      builder.ring(ring === 0);
      const corners = integer();
      for (let corner = 0; corner < corners; corner += 1) builder.corner(double(), double());
    }
  };
  builder.shape();
  const kind = header();
  if (kind === polygon) return addPolygon();
  if (kind !== multiPolygon) throw new Error(`No outline: WKB of type ${kind}`);
  const parts = integer();
  for (let part = 0; part < parts; part += 1) {
    if (header() !== polygon) throw new Error("A multipolygon of something else than polygons");
    addPolygon();
  }
}
