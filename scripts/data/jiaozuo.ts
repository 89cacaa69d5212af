/**
 * Writes the demo city's geography into `data/jiaozuo/`: divisions (facts, from the file named as the argument),
 * outlines and places (drawn for the demo). The other files of that folder are written by hand.
 */
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compact } from "./compact.ts";
import { readDistricts } from "./jiaozuo-divisions.ts";
import { drawOutlines } from "./jiaozuo-outlines.ts";
import { network } from "./jiaozuo-network.ts";
import { places } from "./jiaozuo-places.ts";
import { contains, rounded } from "./plane.ts";

const city = { code: "4108", name: { zh: "焦作市", en: "Jiaozuo" } };
const facts =
  "Names and codes: National Bureau of Statistics, by modood/Administrative-divisions-of-China (districts, sub-districts; NBS 2023) " +
  "and Vonng/adcode (communities; NBS 2016; CC BY 4.0). 410871 is a statistics-only code, not one of GB/T 2260.";
const drawn =
  "Schematic, drawn by scripts/data/jiaozuo.ts for the demo city. No line or point is a real border, street or position.";

export async function main([source]: readonly string[], root: string): Promise<void> {
  if (source === undefined) throw new Error("usage: node scripts/data/run.mjs jiaozuo DIVISIONS.json");
  const folder = join(root, "data", "jiaozuo");
  const districts = await readDistricts(source);
  await writeFile(join(folder, "divisions.json"), `${compact({ provenance: facts, city, districts }, 6)}\n`);

  const outlines = drawOutlines(city, districts);
  const features = outlines.map(({ code, name, level, ring, cellMetres }) => ({
    type: "Feature",
    properties: { code, name, level, schematic: true, ...(cellMetres === undefined ? {} : { cellMetres }) },
    geometry: { type: "Polygon", coordinates: [[...ring, ...ring.slice(0, 1)]] },
  }));
  const collection = { type: "FeatureCollection", provenance: `${drawn} ${facts}`, schematic: true, features };
  await writeFile(join(folder, "outlines.json"), `${compact(collection, 2)}\n`);

  const leaves = outlines.filter(({ cellMetres }) => cellMetres !== undefined);
  const located = places.map(({ lng, lat, ...rest }) => {
    const point = rounded([lng, lat]);
    const area = leaves.find(({ ring }) => contains(ring, point))?.code;
    if (area === undefined) throw new Error(`${rest.text} lies outside the city`);
    return { ...rest, lng: point[0], lat: point[1], area };
  });
  await writeFile(
    join(folder, "places.json"),
    `${compact({ provenance: drawn, schematic: true, places: located }, 2)}\n`,
  );
  const roadNetwork = { type: "FeatureCollection", provenance: drawn, schematic: true, features: network };
  await writeFile(join(folder, "network.json"), `${compact(roadNetwork, 2)}\n`);
  process.stdout.write(`${districts.length} districts, ${leaves.length} smallest areas, ${located.length} places\n`);
}
