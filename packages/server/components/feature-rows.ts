import type { Position } from "@xiuhua/core/place";
import type { Words } from "@xiuhua/core/procedure";
import { textsOf, type RowReader, type SourceRow } from "../imports/index.ts";
import { jsonFeatures, middleOf, middleOfLine, openSource, readShape, ShapeError } from "../places/index.ts";

/** Bytes of one feature: the outline of a large green. Our own choice; longer is no component but a broken file. */
const longestFeature = 1 << 20;

export const isFeatureFile = (path: string): boolean =>
  /\.(geo)?json(l|seq)?(\.gz)?$/i.test(path) && !/\.jsonl(\.gz)?$/i.test(path);

/**
 * The features of a GeoJSON file as rows, as a CSV file would have them: properties as they are called, with the point, or the
 * middle of a line or a polygon, as `lng` and `lat`. In bounded memory, whatever the file's size.
 * @throws NetworkProblem when the file cannot be read; while reading, when from some place on it cannot be understood
 */
export async function openFeatureRows(path: string): Promise<RowReader> {
  const source = await openSource(path);
  let read = 0;
  return { bytes: source.bytes, read: () => read, rows: rowsOf() };

  async function* rowsOf(): AsyncGenerator<SourceRow, void, void> {
    const bytes = source.read((so) => (read = so));
    for await (const { where, value } of jsonFeatures(bytes, source.name, longestFeature))
      yield rowOf(value, where.line ?? 0);
  }
}

function rowOf(feature: object, line: number): SourceRow {
  const [properties, geometry] = [read(feature, "properties"), read(feature, "geometry")];
  if (read(feature, "type") !== "Feature") return { line, broken: noFeature };
  const texts = textsOf(typeof properties === "object" && properties !== null ? properties : {});
  if ("broken" in texts) return { line, ...texts };
  try {
    const [lng, lat] = pointOf(geometry);
    return { line, values: { ...texts.values, lng: String(lng), lat: String(lat) } };
  } catch (error) {
    if (error instanceof ShapeError) return { line, broken: error.words };
    throw error;
  }
}

const read = (object: object, key: string): unknown => Reflect.get(object, key);

function pointOf(geometry: unknown): Position {
  const shape = readShape(geometry);
  switch (shape.kind) {
    case "points": {
      const [only, second] = shape.points;
      if (only === undefined || second !== undefined) throw new ShapeError(severalPoints);
      return only;
    }
    case "lines":
      return middleOfLine(shape.lines.reduce((best, line) => (line.length > best.length ? line : best), []));
    case "polygons":
      return middleOf(shape.polygons);
  }
}

const noFeature: Words = { zh: "不是 GeoJSON 的 Feature", en: "is no GeoJSON Feature" };
const severalPoints: Words = {
  zh: "有几个点；一个部件只有一个位置，请拆开",
  en: "has several points, and a component one place; take it apart",
};
