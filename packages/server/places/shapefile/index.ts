import { basename } from "node:path";
import type { Where } from "../network/index.ts";
import { encodingOf, type Encoding } from "./encoding.ts";
import { readMembers } from "./members.ts";
import { projectionOf } from "./projection.ts";
import { records, Rows } from "./records.ts";

export { encodings, type Encoding } from "./encoding.ts";

/** One feature of a shapefile, and where it stands. */
export interface ShapeFeature {
  readonly where: Where;
  readonly properties: object;
  /** A GeoJSON geometry in degrees; null where the record has none. */
  readonly geometry: unknown;
}

/**
 * The features of a shapefile: a `.zip` with one layer, or a `.shp` beside its fellows. The files lie in memory, bounded
 * in size; as objects there are never more than a slice of them.
 * @param encoding of the attributes, where the file is wrong about it or says nothing
 * @throws NetworkProblem
 */
export async function* shapefileFeatures(
  path: string,
  encoding?: Encoding,
  onProgress?: (read: number, total: number) => void,
): AsyncGenerator<ShapeFeature, void, void> {
  const file = basename(path);
  const { shp, dbf, prj, cpg } = await readMembers(path);
  const rows = new Rows(file, dbf, encoding ?? encodingOf(dbf, cpg));
  let feature = 0;
  for (const record of records(file, shp, rows, projectionOf(file, prj), onProgress)) {
    feature += 1;
    yield { where: { file, feature }, ...record };
  }
}
