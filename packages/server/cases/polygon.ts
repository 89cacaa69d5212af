import type { Words } from "@xiuhua/core/procedure";
import { problem } from "../http/index.ts";
import { sql, type Sql } from "../store/index.ts";

/** Corners of a drawn polygon at most: more than a hand draws, few enough for an address. Our own choice. */
const mostCorners = 100;

type Corner = readonly [lng: number, lat: number];

/**
 * Cases within a polygon drawn on the map, as a condition on table `cases` (alias `c`).
 * @param text `lng,lat,lng,lat,…` in WGS 84 degrees, the last corner joined to the first
 * @throws a problem answer when it is no polygon
 */
export function within(text: string): Sql {
  const corners = cornersOf(text);
  if ("fault" in corners)
    throw problem(422, "invalid-input", corners.fault, [{ field: "/polygon", message: corners.fault }]);
  const [first] = corners.ring;
  const wkt = `POLYGON((${[...corners.ring, ...(first ? [first] : [])].map((corner) => corner.join(" ")).join(",")}))`;
  return sql`st_intersects(c.point, st_geomfromtext(${wkt}, 4326))`;
}

function cornersOf(text: string): { readonly ring: readonly Corner[] } | { readonly fault: Words } {
  const numbers = text.split(",").map(Number);
  if (numbers.length % 2 !== 0 || numbers.some((one) => !Number.isFinite(one)))
    return {
      fault: {
        zh: "多边形应为成对的经度和纬度，用逗号分隔",
        en: "A polygon is pairs of longitude and latitude, separated by commas",
      },
    };
  const ring = numbers.flatMap((lng, at): Corner[] => (at % 2 === 0 ? [[lng, numbers[at + 1] ?? 0]] : []));
  if (ring.length < 3 || ring.length > mostCorners)
    return { fault: { zh: `多边形应有 3 至 ${mostCorners} 个顶点`, en: `A polygon has 3 to ${mostCorners} corners` } };
  if (ring.some(([lng, lat]) => Math.abs(lng) > 180 || Math.abs(lat) > 90))
    return {
      fault: { zh: "多边形的顶点超出经纬度范围", en: "A corner of the polygon lies outside the degrees of the earth" },
    };
  if (crossed(ring))
    return { fault: { zh: "多边形的边相互交叉，请重新绘制", en: "The polygon's sides cross; draw it anew" } };
  return { ring };
}

/** Whether two sides that are no neighbours cross. */
function crossed(ring: readonly Corner[]): boolean {
  const sides = ring.map((corner, at) => [corner, ring[(at + 1) % ring.length] ?? corner] as const);
  return sides.some(([a, b], one) =>
    sides.some(
      ([c, d], other) =>
        other > one + 1 &&
        (other + 1) % sides.length !== one &&
        turn(a, b, c) * turn(a, b, d) < 0 &&
        turn(c, d, a) * turn(c, d, b) < 0,
    ),
  );
}

/** Positive where a → b → c turns to the left. */
function turn(a: Corner, b: Corner, c: Corner): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
